import { expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../contract/result';
import { readDropped } from '../../../../renderer/state/read-dropped';

const FILE = new File(['abc'], 'team.csv');

it('a dropped file is read with its name', async () => {
  const content = new TextEncoder().encode('abc');
  expect(await readDropped(FILE, 3)).toEqual(succeed({ fileName: 'team.csv', content }));
});

it('a file that is too large is refused without reading it', async () => {
  const read = vi.spyOn(FILE, 'arrayBuffer');
  expect(await readDropped(FILE, 2)).toEqual(fail({ code: 'bad-input', detail: 'team.csv' }));
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
});

it('a folder, which Chromium passes as a file that cannot be read, is refused', async () => {
  const folder = new File([], 'team');
  folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
  expect(await readDropped(folder, 3)).toEqual(fail({ code: 'bad-input', detail: 'team' }));
});
