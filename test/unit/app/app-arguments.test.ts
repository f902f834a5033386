import { expect, it } from 'vitest';
import { appArguments } from '../../../main/app/app-arguments';

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
  expect(appArguments(argv, false)).toEqual(own);
});

it('installed they follow the program', () => {
  expect(appArguments(['sidetone', 'my.json', '--demo'], true)).toEqual(['my.json', '--demo']);
});
