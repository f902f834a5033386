// One app for all of them: starting it takes longer than most tests.
import './conferences/refusals';
import './conferences/members';
import './conferences/add';
// Ends the conference.
import './conferences/room';
