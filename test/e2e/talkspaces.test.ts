// One app for all of them: starting it takes longer than most tests.
import './talkspaces/recording';
import './talkspaces/life';
import './talkspaces/start';
import './talkspaces/people';
import './talkspaces/refusals';
