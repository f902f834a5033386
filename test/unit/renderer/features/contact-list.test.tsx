import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Contact, ContactPage } from '../../../../contract/contacts';
import { ContactList } from '../../../../renderer/features/contacts/ContactList';
import { createWindowActions, WindowContext } from '../../../../renderer/state/window-context';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { buttonsOf, textOf } from '../draw';
import { FakeBridge } from '../fake-bridge';
import { OFFERS, snapshot } from '../fixtures';

const ADA: Contact = {
  id: 'ada',
  name: 'Ada Marsh',
  company: 'Harbor Light',
  numbers: [{ number: '15001', label: 'mobile' }, { number: '15002' }],
  source: 'imported',
  isFavorite: true,
};
const BOB: Contact = { ...ADA, id: 'bob', name: 'Bob', company: undefined, isFavorite: false };

function draw(page: Partial<ContactPage> | undefined, text = ''): string {
  const store = createWindowStore(snapshot(OFFERS));
  const actions = createWindowActions(new FakeBridge().bridge, store);
  const { contacts = [], total = contacts.length } = page ?? {};
  return renderToStaticMarkup(
    <WindowContext value={{ store, actions }}>
      <ContactList
        text={text}
        page={page && { contacts, total, imported: 0, fromProfile: 0 }}
        onSearch={() => undefined}
        onStar={() => undefined}
      />
    </WindowContext>,
  );
}

function statusOf(markup: string): string | undefined {
  return /role="status"[^>]*>([^<]*)</.exec(markup)?.[1];
}

describe('the contacts', () => {
  it('have their company and numbers, and buttons that name them', () => {
    const markup = draw({ contacts: [ADA, BOB] });
    expect(textOf(markup)).toMatch(/Ada Marsh Harbor Light Mobile +15001 15002/);
    const names = [...buttonsOf(markup).keys()];
    expect(names.filter((name) => name.includes('Ada Marsh'))).toHaveLength(2);
    expect(names).toContain('Remove Ada Marsh from favorites');
    expect(names).toContain('Add Bob to favorites');
  });

  it.each<[string, Partial<ContactPage> | undefined, string, string | undefined]>([
    ['nothing before they are read', undefined, '', ''],
    ['that there are none', {}, '', 'There are no contacts yet.'],
    ['that none was found', {}, ' zoe ', 'No contact matches “zoe”.'],
    [
      'that there are more',
      { contacts: [ADA], total: 300 },
      '',
      'The first 1 of 300. Search to find others.',
    ],
    ['nothing if all are shown', { contacts: [ADA] }, '', ''],
  ])('say %s', (_what, page, text, expected) => {
    expect(statusOf(draw(page, text))).toBe(expected);
  });
});
