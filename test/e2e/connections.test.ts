// One app for all of them: starting it takes longer than most tests.
import './connections/states';
import './connections/telephone-errors';
