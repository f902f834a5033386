import { defineVendor } from '../shared/vendor-module';
import { describeTalkSpaces } from './line';

export const telesocial = defineVendor({
  vendor: 'telesocial',
  sectionOf: (profile) => profile.telesocial,
  describeLine: describeTalkSpaces,
  loadClient: async () => {
    const { createTalkSpaces } = await import('./talkspaces');
    return ({ createHttp, ...options }) => {
      const line = createTalkSpaces({ ...options, http: createHttp() });
      return { port: line, line };
    };
  },
  loadTest: async () => (await import('./test-connection')).testTelesocial,
});
