import { afterEach, expect, test } from 'vitest';
import { startSimulator, type Profile, type Simulator } from '../../simulator/simulator';
import { launchApp, type LaunchOptions, type RunningApp } from '../support/app';
import { startProxy, type ProxyServer } from '../support/proxy-server';
import { requestsOf } from '../support/sidetone';
import { AUTHORITY_FILE, startTlsFront } from '../support/tls-files';
import { button, connection, currentCall, seeText } from '../support/window';

const toClose: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (let close = toClose.pop(); close !== undefined; close = toClose.pop()) await close();
});

function keep<Part extends { close(): Promise<void> }>(part: Part): Part {
  toClose.push(() => part.close());
  return part;
}

async function simulate(): Promise<{ simulator: Simulator; profile: Profile; port: number }> {
  const simulator = keep(await startSimulator());
  const { profile } = simulator;
  return { simulator, profile, port: Number(new URL(profile.genesys.baseUrl).port) };
}

/** The app with Genesys at a host name that only the proxy can resolve. */
async function launch(
  { version, agent, genesys }: Profile,
  baseUrl: string,
  options: LaunchOptions,
): Promise<RunningApp> {
  const profile = { version, agent, genesys: { ...genesys, baseUrl, allowInsecure: true } };
  return keep(await launchApp({ profile, ...options }));
}

/** A PAC script that sends everything to the proxy. */
function scriptFor({ url }: ProxyServer): string {
  const script = `function FindProxyForURL() { return 'PROXY ${url.host}'; }`;
  return `--proxy-pac-url=data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`;
}

test('calls and commands go through the proxy that Chromium uses', async () => {
  const { simulator, profile, port } = await simulate();
  const proxy = keep(await startProxy({ port }));
  const { page } = await launch(profile, 'http://gws.invalid', {
    flags: [`--proxy-server=${proxy.url.host}`],
  });
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  const { id } = simulator.genesys.arrive({ from: '15901', state: 'Established' });
  await seeText(currentCall(page), 'Established');
  await button(currentCall(page), 'Mute').click();
  await seeText(currentCall(page), 'Muted');
  expect(requestsOf(simulator, 'MuteCall', id)).toHaveLength(1);
  expect(proxy.asked).toContain(`POST http://gws.invalid/api/v2/me/calls/${id}`);
});

test('services on this computer are reached without the proxy, and no other host is requested', async () => {
  const { profile, port } = await simulate();
  const proxy = keep(await startProxy({ port, refuseWith: 407 }));
  const { page } = await launch(profile, profile.genesys.baseUrl, {
    flags: [`--proxy-server=${proxy.url.host}`],
  });
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  expect(proxy.asked).toEqual([]);
});

test('a proxy that refuses everything is reported as the reason', async () => {
  const { simulator, profile, port } = await simulate();
  const proxy = keep(await startProxy({ port, refuseWith: 407 }));
  const app = await launch(profile, 'https://gws.invalid', {
    flags: [`--proxy-server=${proxy.url.host}`],
  });
  const item = connection(app.page, 'Genesys');
  await seeText(item, 'Genesys: Error');
  await seeText(item, /could not be reached through the proxy.*HTTP 407/);
  const line = await app.waitForTrace({ kind: 'connection', state: 'error' });
  expect(line.reason).toBe('proxy');
  expect(simulator.requests()).toEqual([]);
});

test('a certificate of a company’s CA is accepted if the CA is trusted', async () => {
  const { profile, port } = await simulate();
  const front = keep(await startTlsFront(port));
  const proxy = keep(await startProxy({ port: front.port }));
  const { page } = await launch(profile, 'https://gws.invalid', {
    flags: [scriptFor(proxy)],
    environment: { NODE_EXTRA_CA_CERTS: AUTHORITY_FILE },
  });
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  expect(proxy.asked).toContain('CONNECT gws.invalid:443');
  expect(await page.getByRole('note').count()).toBe(0);
});

test('it is refused otherwise, and an unreadable list of CAs is reported', async () => {
  const { simulator, profile, port } = await simulate();
  const front = keep(await startTlsFront(port));
  const { page } = await launch(profile, `https://localhost:${front.port}`, {
    environment: { NODE_EXTRA_CA_CERTS: '/nowhere/authorities.pem' },
  });
  const item = connection(page, 'Genesys');
  await seeText(item, 'Genesys: Error');
  await seeText(item, /A secure connection to the service could not be established/);
  await seeText(
    page.getByRole('note'),
    /NODE_EXTRA_CA_CERTS: \/nowhere\/authorities.pem cannot be/,
  );
  expect(simulator.requests()).toEqual([]);
});
