import { defineVendor } from '../shared/vendor-module';
import { genesysLine } from './line';

export const genesys = defineVendor({
  vendor: 'genesys',
  sectionOf: (profile) => profile.genesys,
  describeLine: () => genesysLine,
  loadClient: async () => {
    const { createGenesysTelephony } = await import('./genesys-telephony');
    return ({ createHttp, ...options }) => {
      const line = createGenesysTelephony({
        ...options,
        createHttp: () => createHttp({ withCookies: true }),
      });
      return { port: line, line };
    };
  },
  loadTest: async () => (await import('./test-connection')).testGenesys,
});
