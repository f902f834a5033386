import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The component gallery: the real window in every state, without the app. */
export default defineConfig({
  root: 'test/gallery',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 0, fs: { allow: ['../..'] } },
});
