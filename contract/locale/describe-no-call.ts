import type { WhyNoCall } from '../why-no-call';
import { en } from './en';

/** The texts that are shown instead of a call. */
export function describeNoCall(why: WhyNoCall): string {
  switch (why) {
    case 'no-call':
      return en.window.noCall;
    case 'not-set-up':
    case 'no-line':
      return en.window.notSetUp;
    case 'no-connection':
      return en.window.notConnected;
  }
}
