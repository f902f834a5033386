// One app for all of them: starting it takes longer than most tests.
import './settings-and-control/guide';
import './settings-and-control/about';
import './settings-and-control/contacts';
import './settings-and-control/settings';
import './settings-and-control/call-bar';
import './settings-and-control/remote-commands';
