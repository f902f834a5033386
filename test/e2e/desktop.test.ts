// One app for all of them: starting it takes longer than most tests.
import './desktop/tray-and-notifications';
import './desktop/alert-preferences';
import './desktop/names-and-numbers';
import './desktop/call-life';
import './desktop/ringing';
