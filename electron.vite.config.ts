import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Rolldown } from 'vite';

// The targets of Electron 33, on which the tests run. The shipped Electron is newer. Without these
// lines the build tool would aim at that one, and the tests would run something else.
const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';

const REACT_DOM = dirname(fileURLToPath(import.meta.resolve('react-dom/package.json')));

/** Lists what is bundled with its licenses; `scripts/setup/licenses.mjs` makes one list of them. */
const license = { fileName: 'licenses.json' };

/**
 * Writes the hash of the styles for the content security policy (main/security/app-protocol.ts).
 *
 * @returns a plugin
 */
function hashStyles() {
  return {
    name: 'hash-styles',
    generateBundle: {
      order: 'post' as const,
      handler(this: Rolldown.PluginContext, _options: unknown, bundle: Rolldown.OutputBundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
          const source = createHash('sha256').update(file.source).digest('base64');
          this.emitFile({ type: 'asset', fileName: 'styles.sha256', source });
        }
      },
    },
  };
}

export default defineConfig(({ command }) => ({
  main: {
    // Without it React would bring its development build as well.
    define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production') },
    // The half of React's server renderer that draws to a string. Each start would compile the other.
    resolve: {
      alias: {
        'react-dom/server': join(REACT_DOM, 'cjs/react-dom-server-legacy.browser.production.js'),
      },
    },
    build: {
      target: NODE_TARGET,
      minify: true,
      license,
      outDir: 'out/main',
      // The second one draws the window before the window has loaded its own scripts. In development
      // the window only comes from its server, and a change of it must not build the main process.
      lib: {
        entry: {
          index: 'main/index.ts',
          ...(command === 'build' && { prerender: 'renderer/prerender.tsx' }),
        },
        formats: ['cjs'],
      },
      rolldownOptions: {
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
    plugins: [react(), hashStyles()],
    build: {
      target: CHROME_TARGET,
      minify: true,
      license,
      outDir: 'out/renderer',
      // What is drawn before any script is loaded needs the styles of all components.
      cssCodeSplit: false,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
}));
