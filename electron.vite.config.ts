import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The targets of Electron 33, on which the tests run. The shipped Electron is newer. Without these
// lines the build tool would aim at that one, and the tests would run something else.
const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';

/** Lists what is bundled with its licenses; `scripts/setup/licenses.mjs` makes one list of them. */
const license = { fileName: 'licenses.json' };

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      minify: true,
      license,
      outDir: 'out/main',
      lib: { entry: 'main/index.ts', formats: ['cjs'] },
      rolldownOptions: {
        output: { entryFileNames: 'index.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      minify: true,
      license,
      outDir: 'out/preload',
      lib: { entry: 'preload/index.ts', formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: 'index.js' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      minify: true,
      license,
      outDir: 'out/renderer',
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
