// One app for all of them: starting it takes longer than most tests.
import './recordings/delete-call';
import './recordings/look-up';
import './recordings/changes';
import './recordings/deletion';
