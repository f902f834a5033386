import { expect, it } from 'vitest';
import { ownArguments } from '../../../main/app/own-arguments';

it.each([
  [['electron', '.', '--demo'], ['--demo']],
  [
    ['electron', '--no-sandbox', '--inspect=0', '/app', '--trace', '-'],
    ['--trace', '-'],
  ],
  [['electron', '.'], []],
  [
    ['electron', '--app=/app', '--demo'],
    ['--app=/app', '--demo'],
  ],
])('from source they follow the application folder: %j', (argv, own) => {
  expect(ownArguments(argv, false)).toEqual(own);
});

it('installed they follow the program', () => {
  expect(ownArguments(['sidetone', 'my.json', '--demo'], true)).toEqual(['my.json', '--demo']);
});
