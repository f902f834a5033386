import { defineVendor } from '../shared/vendor-module';
import { describeConferences } from './line';

export const twilio = defineVendor({
  vendor: 'twilio',
  sectionOf: (profile) => profile.twilio,
  describeLine: describeConferences,
  loadClient: async () => {
    const { createConferences } = await import('./conferences');
    return ({ createHttp, ...options }) => {
      const { line, recorder } = createConferences({ ...options, http: createHttp() });
      return { port: line, line, recorder };
    };
  },
  loadTest: async () => (await import('./test-connection')).testTwilio,
});
