import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Profile, type Simulator } from '../../simulator/simulator';
import { launchApp, type LaunchOptions, type RunningApp } from '../support/app';
import { startDesktop, type Desktop } from '../support/desktop';
import { startProxy, type ProxyServer } from '../support/proxy-server';
import { requestsOf } from '../support/sidetone';
import { CA_FILE, startTlsFront } from '../support/tls-files';
import { IDLE_MENU, seeTray } from '../support/tray';
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

test('a certificate of a company’s CA is accepted if the CA is trusted', async () => {
  const { profile, port } = await simulate();
  const front = keep(await startTlsFront(port));
  const proxy = keep(await startProxy({ port: front.port }));
  const { page } = await launch(profile, 'https://gws.invalid', {
    flags: [scriptFor(proxy)],
    environment: { NODE_EXTRA_CA_CERTS: CA_FILE },
  });
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  expect(proxy.asked).toContain('CONNECT gws.invalid:443');
  expect(await page.getByRole('note').count()).toBe(0);
});

describe('with a proxy that refuses everything, and an unreadable list of CAs', () => {
  const toEnd: (() => Promise<void>)[] = [];
  let simulator: Simulator;
  let proxy: ProxyServer;
  let app: RunningApp;
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await startDesktop();
    toEnd.push(() => desktop.close());
    simulator = await startSimulator();
    toEnd.push(() => simulator.close());
    const { version, agent, genesys, telesocial, bandwidth } = simulator.profile;
    const port = Number(new URL(simulator.origin).port);
    proxy = await startProxy({ port, refuseWith: 407 });
    toEnd.push(() => proxy.close());
    const front = await startTlsFront(port);
    toEnd.push(() => front.close());
    app = await launchApp({
      profile: {
        version,
        agent,
        genesys: { ...genesys, baseUrl: 'https://gws.invalid' },
        telesocial,
        bandwidth: { ...bandwidth, baseUrl: `https://localhost:${front.port}` },
      },
      flags: [`--proxy-server=${proxy.url.host}`],
      environment: { ...desktop.environment, NODE_EXTRA_CA_CERTS: '/nowhere/authorities.pem' },
    });
    toEnd.push(() => app.close());
  });
  afterAll(async () => {
    for (const end of toEnd.reverse()) await end();
  });

  function requestsTo(vendor: string) {
    return simulator.requests().filter((entry) => entry.vendor === vendor);
  }

  test('the proxy is reported as the reason', async () => {
    const item = connection(app.page, 'Genesys');
    await seeText(item, 'Genesys: Error');
    await seeText(item, /could not be reached through the proxy.*HTTP 407/);
    const line = await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'error' });
    expect(line.reason).toBe('proxy');
    await seeTray({ app, desktop }, 'offline', 'Sidetone: not connected', IDLE_MENU);
    expect(requestsTo('genesys')).toEqual([]);
  });

  test('a service on this computer is reached without the proxy, and no other host is requested', async () => {
    await seeText(connection(app.page, 'Telesocial'), 'Telesocial: Connected');
    expect(proxy.asked.filter((target) => !target.includes('gws.invalid'))).toEqual([]);
  });

  test('a certificate of a company’s CA is refused, and the unreadable list is reported', async () => {
    const item = connection(app.page, 'Bandwidth');
    await seeText(item, 'Bandwidth: Error');
    await seeText(item, /A secure connection to the service could not be established/);
    await seeText(
      app.page.getByRole('note'),
      /NODE_EXTRA_CA_CERTS: \/nowhere\/authorities.pem cannot be/,
    );
    expect(requestsTo('bandwidth')).toEqual([]);
  });
});
