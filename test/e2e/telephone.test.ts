// One app for all of them: starting it takes longer than most tests.
import './telephone/data';
import './telephone/keypad';
import './telephone/recording';
import './telephone/remove';
import './telephone/refusals';
