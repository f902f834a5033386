// One app for all of them: starting it takes longer than most tests.
import './keyboard/tasks';
import './keyboard/keys';
import './keyboard/button-keys';
import './keyboard/palette';
