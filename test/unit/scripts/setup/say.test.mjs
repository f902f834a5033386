import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeOldNode } from '../../../../scripts/setup/say.mjs';

it.each(['12.22.12', '18.20.8', '20.18.3'])('Node %s is too old, in one line', (version) => {
  expect(describeOldNode(version)).toMatch(
    new RegExp(`^Sidetone needs Node 20\\.19 or newer; this is Node ${version}\\..*$`),
  );
});

it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('Node %s is new enough', (version) => {
  expect(describeOldNode(version)).toBeUndefined();
});

it('the oldest Node is the one in package.json', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(describeOldNode('1.0.0')).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
});
