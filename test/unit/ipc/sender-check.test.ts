import { describe, expect, it } from 'vitest';
import { isTrustedSender, type SenderEvent } from '../../../main/ipc/sender-check';

const WINDOWS = new Set([7]);

function event(url: string, changes: Partial<SenderEvent> = {}): SenderEvent {
  return { sender: { id: 7 }, senderFrame: { url, parent: null }, ...changes };
}

describe('a message', () => {
  it('is accepted from the top frame of the app’s window with the app’s page', () => {
    expect(isTrustedSender(event('app://bundle/index.html'), WINDOWS)).toBe(true);
  });

  it.each([
    ['another page', event('https://example.com/')],
    ['another host', event('app://other/index.html')],
    ['a scheme that begins alike', event('app2://bundle/index.html')],
    ['a blank page', event('about:blank')],
    ['no address', event('')],
    ['a window that is not ours', event('app://bundle/index.html', { sender: { id: 8 } })],
    ['a frame that is gone', event('app://bundle/index.html', { senderFrame: null })],
  ])('is refused from %s', (_case, from) => {
    expect(isTrustedSender(from, WINDOWS)).toBe(false);
  });

  it('is refused from a frame inside the page', () => {
    const inner = event('', { senderFrame: { url: 'app://bundle/index.html', parent: {} } });
    expect(isTrustedSender(inner, WINDOWS)).toBe(false);
  });
});
