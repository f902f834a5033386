import { defineConfig } from 'vite';

/** The benchmarks run in plain Node, on the same sources as the app; libraries stay outside. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/bench',
    // The results of the last run are kept there too.
    emptyOutDir: false,
    rolldownOptions: {
      input: {
        index: 'test/bench/index.ts',
        'burst-server': 'test/bench/burst-server.ts',
        soak: 'test/bench/soak.ts',
      },
      output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
    },
  },
});
