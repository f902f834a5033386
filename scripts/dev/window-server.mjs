import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Starts Vite's development server for the window on a free port of loopback.
 *
 * @param {import('vite').InlineConfig} config of the window
 * @param {string} cacheDir where Vite keeps the libraries that it has prepared
 * @returns {Promise<{ url: string, nonce: string, close: () => Promise<void> }>}
 */
export async function startWindowServer(config, cacheDir) {
  const { createServer: createVite } = await import('vite');
  // Closing an idle connection just as the app reuses it would fail the request.
  const http = createServer({ keepAliveTimeout: 0 });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (http.address());
  const nonce = randomUUID();
  const vite = await createVite({
    ...config,
    cacheDir,
    // As in a build, but relative to the window's folder.
    build: { ...config.build, rolldownOptions: { input: 'index.html' } },
    html: { cspNonce: nonce },
    server: {
      middlewareMode: { server: http },
      // The page's address is not this server's, so its client needs it.
      hmr: { server: http, protocol: 'ws', host: '127.0.0.1', clientPort: port },
      // The only client is the window, through the app's main process.
      cors: false,
    },
  });
  http.on('request', vite.middlewares);
  return {
    url: `http://127.0.0.1:${port}`,
    nonce,
    close: async () => {
      await vite.close();
      http.closeAllConnections();
      http.close();
    },
  };
}
