import type { Locator } from 'playwright-core';
import { followChanges, type Change } from './journal';
import { testInSidetone, type Sidetone } from './sidetone';
import { button, personIn, region } from './window';

/** A TalkSpace that the agent has just started, and the requests to the service since. */
export interface StartedTalkSpace {
  readonly id: string;
  readonly card: Locator;
  /** The people who are in it or being called. */
  readonly people: Locator;
  readonly changes: () => readonly Change[];
}

/** Starts a TalkSpace with its button and adds these people. The agent's telephone is answered too. */
export async function startTalkSpace(
  { page, simulator }: Sidetone,
  ...joined: readonly string[]
): Promise<StartedTalkSpace> {
  await button(page, 'Start TalkSpace').click();
  // The pointer must leave the button's place, since rows under the pointer are held still.
  await page.mouse.move(0, 0);
  const card = region(page, 'TalkSpace');
  await card.waitFor();
  const { id } = simulator.telesocial.conferences().at(-1)!;
  const people = page.getByRole('list', { name: 'Participants', exact: true });
  // One poll shows all of them.
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
 * Like `testInSidetone`, with a profile that has only TalkSpaces. Telephones are answered when the test
 * decides, and recordings are available at once.
 */
export function testWithTalkSpaces() {
  return testInSidetone({
    simulator: { telesocial: { answerDelay: null, recordingDelay: 0 } },
    profile: ({ version, agent, telesocial }) => ({ version, agent, telesocial }),
  });
}
