import { testInSidetone } from '../../support/sidetone';

/** One app for the tray and the notifications, with a trace that shows numbers in full. */
export const test = testInSidetone({ flags: ['--trace-numbers'] });
