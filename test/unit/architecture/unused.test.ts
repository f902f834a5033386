import { describe, expect, it } from 'vitest';
import { en } from '../../../contract/locale/en';
import { listUnusedExports } from '../../support/unused-exports';
import { listUnusedTexts } from '../../support/unused-texts';

/** The texts of a line are found by its id, in a table of their own. */
const { lines: _, ...texts } = en;

/** Called by electron-builder. */
const FOR_TOOLS = ['scripts/package/after-pack.mjs afterPack'];

describe('the app', () => {
  it('refers to each of its texts', () => {
    expect(listUnusedTexts(texts)).toEqual([]);
  });

  it('exports nothing that nothing imports', () => {
    expect(listUnusedExports()).toEqual(FOR_TOOLS);
  });
});
