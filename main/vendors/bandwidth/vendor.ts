import { defineVendor } from '../shared/vendor-module';
import { describeConferences } from './line';

export const bandwidth = defineVendor({
  vendor: 'bandwidth',
  sectionOf: (profile) => profile.bandwidth,
  describeLine: (_, agent) => describeConferences(agent),
  loadClient: async () => {
    const { createConferences } = await import('./conferences');
    return ({ createHttp, ...options }) => {
      const line = createConferences({ ...options, http: createHttp() });
      return { port: line, line };
    };
  },
  loadTest: async () => (await import('./test-connection')).testBandwidth,
});
