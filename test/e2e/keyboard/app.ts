import { testInSidetone } from '../../support/sidetone';

/** One app for the keyboard and the commands. TalkSpaces call telephones that nobody answers. */
export const test = testInSidetone({ simulator: { telesocial: { answerDelay: null } } });
