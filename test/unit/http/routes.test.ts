import { describe, expect, it } from 'vitest';
import { createRoutes, readRoute } from '../../../main/http/routes';

describe('readRoute', () => {
  it.each([
    ['', 'direct'],
    ['DIRECT', 'direct'],
    ['DIRECT;PROXY late:1', 'direct'],
    ['PROXY px.example:3128', 'http://px.example:3128/'],
    ['PROXY px.example:3128; DIRECT', 'http://px.example:3128/'],
    ['HTTP px.example:3128', 'http://px.example:3128/'],
    ['HTTPS px.example:3129;PROXY other:1', 'https://px.example:3129/'],
    ['PROXY [::1]:88', 'http://[::1]:88/'],
    ['SOCKS5 s:1080;SOCKS t:1; PROXY px:80', 'http://px/'],
    ['SOCKS5 s:1080;DIRECT', 'direct'],
    ['PROXY ;PROXY px:8080', 'http://px:8080/'],
    ['SOCKS5 s:1080', 'none: SOCKS5 s:1080'],
    ['SOCKS s:1080;QUIC q:443', 'none: SOCKS s:1080;QUIC q:443'],
  ])('takes the first usable entry of "%s"', (answer, expected) => {
    const route = readRoute(answer);
    const reported =
      route.kind === 'proxy'
        ? route.proxy.href
        : route.kind === 'none'
          ? `none: ${route.offered}`
          : route.kind;
    expect(reported).toBe(expected);
  });
});

describe('routes', () => {
  it('asks the system once per origin, and again after the routes were cleared', async () => {
    const asked: string[] = [];
    const routes = createRoutes((url) => {
      asked.push(url.href);
      return Promise.resolve(`PROXY px${asked.length}:80`);
    });
    const here = new URL('https://gws.example/api?x=1');
    await Promise.all([routes.find(here), routes.find(new URL('/other', here))]);
    expect(asked).toEqual([here.href]);
    await routes.find(new URL('https://gws.example:8443/'));
    expect(asked).toHaveLength(2);
    routes.forget();
    expect(await routes.find(here)).toMatchObject({ proxy: { hostname: 'px3' } });
  });

  it('is direct if the system reports no route', async () => {
    const routes = createRoutes(() => Promise.reject(new Error('no such session')));
    expect(await routes.find(new URL('https://gws.example/'))).toEqual({ kind: 'direct' });
  });
});
