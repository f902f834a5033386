import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../../main/settings/parse-profile';
import { fillTemplate } from '../../../main/settings/screen-pop';

function parse(screenPop: unknown) {
  return checkProfile({ version: 1, agent: { name: 'Eta', screenPop } });
}

describe('the page that opens for calls', () => {
  it('is opened when a call rings by default', () => {
    expect(parse({ url: 'https://crm.example.com/find?q={number}&o={data.Order}' })).toMatchObject({
      ok: true,
      value: { agent: { screenPop: { when: 'ringing' } } },
    });
  });

  it.each([
    ['http://crm.example.com/{number}', 'https:'],
    ['javascript:alert({number})', 'https:'],
    ['https://eta:hush@crm.example.com/', 'without a user name'],
    ['https://{name}.example.com/', 'after the host'],
    ['https://crm.example.com/{phone}', '{phone} is not known'],
  ])('is refused with the name of the field: %s', (url, words) => {
    const parsed = JSON.stringify(parse({ url }));
    expect(parsed).toContain('agent.screenPop.url');
    expect(parsed).toContain(words);
  });

  it('cannot be changed by the name of a caller', () => {
    const filled = fillTemplate('https://crm.example.com/find?name={name}&n={number}', (field) =>
      field === 'name' ? 'Ada & Co/../?x=#{number}' : undefined,
    );
    const url = new URL(filled);
    expect(url.pathname).toBe('/find');
    expect([...url.searchParams]).toEqual([
      ['name', 'Ada & Co/../?x=#{number}'],
      ['n', ''],
    ]);
    const page = fillTemplate('https://crm.example.com/customers/{name}/show', () => '..');
    expect(new URL(page).pathname).toBe('/customers//show');
  });
});
