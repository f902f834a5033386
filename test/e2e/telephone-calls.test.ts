// One app for all of them: starting it takes longer than most tests.
import './telephone-calls/calls';
import './telephone-calls/people';
