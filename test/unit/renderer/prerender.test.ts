import { expect, it } from 'vitest';
import { drawWindow } from '../../../renderer/prerender';
import { draw } from './draw';
import { participant, snapshot, snapshotOf, telephoneCall } from './fixtures';

it('renders the same markup as the window for the first snapshot', () => {
  const first = snapshot();
  // Only React's invisible comments between texts differ.
  expect(drawWindow(first).replaceAll('<!-- -->', '')).toBe(draw(first));
});

it('escapes remote text', () => {
  const evil = '</div><script>alert(1)</script><img src=x onerror=alert(1)>';
  const call = telephoneCall({ participants: [participant({ name: evil })] });
  const markup = drawWindow(snapshotOf([call]));
  expect(markup).not.toMatch(/<script|<img/);
  expect(markup).toContain('&lt;script&gt;');
});
