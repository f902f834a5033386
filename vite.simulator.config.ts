import { defineConfig } from 'vite';

/** The simulator is a program of its own: one CommonJS file that Node or a utility process runs. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'simulator/index.ts',
    target: 'node20',
    minify: true,
    license: { fileName: 'licenses.json' },
    outDir: 'out/simulator',
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'index.js' } },
  },
});
