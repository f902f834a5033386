// One app for all of them: starting it takes longer than most tests.
import './window/code-cache';
import './window/first-paint';
import './window/call-panel';
import './window/buttons';
import './window/steady-window';
import './window/last-calls';
import './window/timer';
import './window/wrap-up';
import './window/error-boundary';
