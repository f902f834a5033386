import type { Locator } from 'playwright-core';
import { followChanges, type Change } from './journal';
import { testInSidetone, type Sidetone } from './sidetone';
import { button, region } from './window';

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
  const card = region(page, 'TalkSpace');
  await card.waitFor();
  const { id } = simulator.telesocial.conferences().at(-1)!;
  const people = page.getByRole('list', { name: 'Participants', exact: true });
  for (const networkId of ['eta', ...joined]) {
    simulator.telesocial.join(id, networkId);
    await personIn(people, networkId)
      .getByText(/^since /)
      .waitFor();
  }
  return { id, card, people, changes: followChanges(simulator, 'telesocial') };
}

/** The row of somebody, in one of the lists of people. */
export function personIn(list: Locator, name: string): Locator {
  return list.getByRole('listitem').filter({ has: list.page().getByText(name, { exact: true }) });
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
  for (const space of simulator.telesocial.conferences()) {
    if (space.isActive) {
      const card = page.getByRole('region').filter({ hasText: space.id });
      await button(card, 'Close TalkSpace').click();
    }
  }
  await button(page, 'Start TalkSpace').waitFor();
}
