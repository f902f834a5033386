import { expect, it } from 'vitest';
import { openPage } from '../../../main/security/open-page';

async function open(url: string): Promise<string[]> {
  const opened: string[] = [];
  const openExternal = (page: string): Promise<void> => {
    opened.push(page);
    return Promise.resolve();
  };
  await openPage({ openExternal }, url).catch(() => undefined);
  return opened;
}

it('opens a page with https: in the browser', async () => {
  expect(await open('https://crm.example.com/?q=1')).toEqual(['https://crm.example.com/?q=1']);
});

it.each([
  'http://crm.example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'tel:15001',
  'smb://crm.example.com/share',
  'crm.example.com',
  '',
])('opens nothing else: %s', async (url) => {
  expect(await open(url)).toEqual([]);
});
