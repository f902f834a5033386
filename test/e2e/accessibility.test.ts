// One app for all of them: starting it takes longer than most tests.
// Before there are last calls, which are not in the pictures.
import './accessibility/pictures';
import './accessibility/window';
