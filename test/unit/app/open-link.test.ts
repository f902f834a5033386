import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import type { OpenedLink } from '../../../contract/settings';
import { receiveLinks } from '../../../main/app/incoming-links';
import { createLinkOpener } from '../../../main/app/open-link';
import { readLink } from '../../../main/app/read-link';

function openIn({ canDial = true, isStoredUsed = true } = {}, link: string) {
  const seen: (string | OpenedLink)[] = [];
  const open = createLinkOpener({
    showWindow: () => seen.push('window'),
    canDial: () => canDial,
    fillInNumber: (number) => seen.push(`fill in ${number}`),
    showLink: (opened) => seen.push(opened),
    isStoredUsed: () => isStoredUsed,
  });
  open(readLink(link));
  return seen;
}

const PROFILE = JSON.stringify({ version: 1, agent: { name: 'Eta' } });
const PROPOSING = `sidetone:profile?json=${encodeURIComponent(PROFILE)}`;

describe('a link', () => {
  it('fills in its number if a number can be dialed', () => {
    expect(openIn({}, 'tel:15501')).toEqual(['fill in 15501']);
    expect(openIn({}, 'sidetone:dial?number=15501')).toEqual(['fill in 15501']);
    expect(openIn({ canDial: false }, 'tel:15501')).toEqual(['window']);
  });

  it('shows the window', () => {
    expect(openIn({}, 'sidetone:show')).toEqual(['window']);
  });

  it('shows a proposed profile', () => {
    expect(openIn({ isStoredUsed: false }, PROPOSING)).toMatchObject([
      'window',
      { kind: 'proposal', name: 'Eta', text: PROFILE, isUsedAtOnce: false, sections: [{}] },
    ]);
    expect(openIn({}, `${PROPOSING}&name=Berlin`)).toMatchObject(['window', { name: 'Berlin' }]);
  });

  it('that cannot be used is shown with the reason', () => {
    expect(openIn({}, 'tel:none')).toEqual([
      'window',
      {
        kind: 'refused',
        mistakes: [{ field: '', message: 'the tel: link contains no number that can be dialed' }],
      },
    ]);
    expect(openIn({}, 'sidetone:profile?json=%7B')).toEqual([
      'window',
      { kind: 'refused', mistakes: [{ field: '', message: 'is not valid JSON' }] },
    ]);
  });

  it('that arrives before there is a window is opened once there is one', () => {
    const app = new EventEmitter();
    const links = receiveLinks(app as unknown as App, readLink('tel:1'));
    const event = { preventDefault: () => undefined };
    app.emit('open-url', event, 'tel:2');
    const opened: unknown[] = [];
    links.follow((link) => opened.push(link));
    app.emit('open-url', event, 'sidetone:show');
    expect(opened).toEqual([readLink('tel:1'), readLink('tel:2'), readLink('sidetone:show')]);
  });
});
