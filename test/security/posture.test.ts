// One app for all of them: starting it takes longer than most tests.
import './posture/window';
import './posture/flood';
// Leaves its attempts behind in the page.
import './posture/network';
