import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest runtime that Sidetone runs on (Electron 25) sets the targets. Without them the
// build tool would aim at the newest Electron, which the package.json names.
const NODE_TARGET = 'node18';
const CHROME_TARGET = 'chrome114';

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      minify: true,
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
      outDir: 'out/renderer',
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
