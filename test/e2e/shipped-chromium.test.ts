import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot';
import { audit } from '../support/axe';
import { eventually } from '../support/eventually';
import { launchShippedChromium, openWindowPage } from '../support/shipped-chromium';
import { currentCall, seeText } from '../support/window';
import {
  conference,
  participant,
  snapshot,
  talkSpace,
  telephoneCall,
} from '../unit/renderer/fixtures';

const SIZES = [
  { width: 380, height: 640 },
  { width: 900, height: 700 },
] as const;

/** States, each with a text that its current call shows. */
const STATES: readonly (readonly [string, Snapshot, string])[] = [
  ['without a call', snapshot(), 'No call'],
  [
    'while a call rings',
    snapshot({
      calls: [telephoneCall({ state: 'ringing', actions: ['answer', 'reject'] })],
      currentCallId: 'genesys:1',
    }),
    'Ringing',
  ],
  [
    'in a call with a TalkSpace and a conference',
    snapshot({
      calls: [
        telephoneCall({
          participants: Array.from({ length: 30 }, (_, index) =>
            participant({ id: `p${index}`, name: `1500${index}`, actions: ['remove'] }),
          ),
        }),
        talkSpace(),
        conference(),
      ],
      currentCallId: 'genesys:1',
    }),
    'Established',
  ],
];

/** Other tests run on an older Electron than the one that ships. Here the bundle runs in the newer Chromium. */
describe('the built window in Chromium of the shipped branch', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchShippedChromium();
  });
  afterAll(() => browser.close());

  test.each(STATES)('%s', async (_, shown, text) => {
    const { page, problems } = await openWindowPage(browser, shown);
    await seeText(currentCall(page), text);
    await audit(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await eventually(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        size.width,
      );
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('the content security policy is enforced, so text does not become code', async () => {
    const { page } = await openWindowPage(browser, snapshot());
    await seeText(currentCall(page), 'No call');
    const setHandler = page.evaluate(() => {
      document.body.setAttribute('onclick', 'window.wasRun = true');
    });
    await expect(setHandler).rejects.toThrow('TrustedScript');
    await page.context().close();
  });
});
