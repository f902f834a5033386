import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../support/electron';

/** Shorthands whose second and fourth values are the right and left sides. */
const SIDED = ['padding', 'margin', 'inset', 'border-width', 'border-style', 'border-color'];

/** Why a declaration cannot be mirrored for right-to-left languages. */
function findSide(property: string, value: string): string | undefined {
  const values = value.match(/(?:[\w-]+\((?:[^()]|\([^()]*\))*\)|\S)+/g) ?? [];
  const [top, right, bottom, left] = values;
  const hasSide =
    /(^|-)(left|right)(-|$)/.test(property) ||
    /^(left|right)$/.test(value) ||
    (SIDED.includes(property) && values.length === 4 && right !== left) ||
    (property === 'border-radius' && values.length === 4 && (top !== right || bottom !== left));
  return hasSide ? `${property}: ${value}` : undefined;
}

it('no style uses left or right', () => {
  const folder = join(PROJECT_ROOT, 'renderer');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) => {
    const css = readFileSync(join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
    return [...css.matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+)(?=;)/g)].flatMap(
      ([, property = '', value = '']) => {
        const side = findSide(property, value.trim());
        return side === undefined ? [] : [`${file}: ${side}`];
      },
    );
  });
  expect(found).toEqual([]);
});
