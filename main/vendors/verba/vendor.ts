import { defineVendor } from '../shared/vendor-module';

export const verba = defineVendor({
  vendor: 'verba',
  sectionOf: (profile) => profile.verba,
  loadClient: async () => {
    const { createRecorder } = await import('./recorder');
    return ({ createHttp, ...options }) => {
      const recorder = createRecorder({ ...options, http: createHttp() });
      return { port: recorder, recorder };
    };
  },
  loadTest: async () => (await import('./test-connection')).testVerba,
});
