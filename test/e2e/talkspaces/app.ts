import { testWithTalkSpaces } from '../../support/talkspace';

/** One app for all TalkSpaces that the agent starts. */
export const test = testWithTalkSpaces();
