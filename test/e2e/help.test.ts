// One app for all of them: starting it takes longer than most tests.
import './help/guide';
import './help/about';
