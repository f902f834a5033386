import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const LOOPBACK = { host: '127.0.0.1', port: 0 };

/** The component gallery: the real window in every state, without the app. */
export default defineConfig({
  root: 'test/gallery',
  plugins: [react()],
  server: { ...LOOPBACK, fs: { allow: ['../..'] } },
  preview: LOOPBACK,
  build: {
    outDir: '../../out/gallery',
    emptyOutDir: true,
    rolldownOptions: { input: ['test/gallery/index.html', 'test/gallery/state.html'] },
  },
});
