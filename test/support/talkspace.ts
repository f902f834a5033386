import type { Locator } from 'playwright-core';
import { followChanges, type Change } from './journal';
import { testInSidetone, type Sidetone } from './sidetone';
import { button, personIn, region } from './window';

/** A TalkSpace that the agent has just started, and what was asked of the service since. */
export interface StartedTalkSpace {
  readonly id: string;
  readonly card: Locator;
  /** Those who are in it or are being called. */
  readonly people: Locator;
  readonly changes: () => readonly Change[];
}

/** Starts a TalkSpace by its button, with these people in it; the agent's telephone is answered too. */
export async function startTalkSpace(
  { page, simulator }: Sidetone,
  ...joined: readonly string[]
): Promise<StartedTalkSpace> {
  await button(page, 'Start TalkSpace').click();
  // Rows are held still while the pointer rests on them, as it would where the button was.
  await page.mouse.move(0, 0);
  const card = region(page, 'TalkSpace');
  await card.waitFor();
  const { id } = simulator.telesocial.conferences().at(-1)!;
  const people = page.getByRole('list', { name: 'Participants', exact: true });
  // One read shows them all.
  const expected = ['eta', ...joined];
  for (const networkId of expected) simulator.telesocial.join(id, networkId);
  for (const networkId of expected) {
    await personIn(people, networkId)
      .getByText(/^since /)
      .waitFor();
  }
  return { id, card, people, changes: followChanges(simulator, 'telesocial') };
}

/**
 * As `testInSidetone`, with a profile of TalkSpaces alone. Telephones are answered when the test says so,
 * recordings are there at once, and no TalkSpace is left open for the next test.
 */
export function testWithTalkSpaces() {
  return testInSidetone({
    simulator: { telesocial: { answerDelay: null, recordingDelay: 0 } },
    profile: ({ version, agent, telesocial }) => ({ version, agent, telesocial }),
  }).extend('ending', { auto: true }, ({ sidetone }, { onCleanup }) => {
    onCleanup(() => endTalkSpaces(sidetone));
  });
}

async function endTalkSpaces({ page, simulator }: Sidetone): Promise<void> {
  simulator.clearFaults();
  for (const { id, isActive } of simulator.telesocial.conferences()) {
    const card = page.getByRole('region').filter({ hasText: id });
    if (!isActive) continue;
    if ((await card.count()) > 0) await button(card, 'Close TalkSpace').click();
    // A refused request may have left it open at the service only: it would soon be on the list again.
    else simulator.telesocial.end(id);
  }
  await button(page, 'Start TalkSpace').waitFor();
}
