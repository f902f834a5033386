import type { Locator, Page } from 'playwright-core';
import { followChanges, type Change } from './journal';
import type { Sidetone } from './sidetone';
import { region, seeText } from './window';

/** The conference of the profile, and the requests sent to the service since. */
export interface WatchedConference {
  readonly card: Locator;
  /** The people who are in it or being called. */
  readonly people: Locator;
  /** Its path at the service. */
  readonly path: string;
  readonly changes: () => readonly Change[];
}

/** The people in the watched conference. */
export function members(page: Page): Locator {
  return region(page, 'Conference').getByRole('list', { name: 'Members', exact: true });
}

/** Makes sure that these numbers are in the conference of the profile and shown in the window. */
export async function watchConference(
  { page, simulator }: Sidetone,
  ...numbers: readonly string[]
): Promise<WatchedConference> {
  const { userId, conferenceId } = simulator.profile.bandwidth;
  const card = region(page, 'Conference');
  const people = members(page);
  const present = simulator.bandwidth.conference().members;
  for (const number of numbers) {
    const isIn = present.some((member) => member.number === number && member.state === 'active');
    if (!isIn) simulator.bandwidth.addMember(number);
  }
  for (const number of numbers) await seeText(people, number);
  return {
    card,
    people,
    path: `/v1/users/${userId}/conferences/${conferenceId}`,
    changes: followChanges(simulator, 'bandwidth'),
  };
}
