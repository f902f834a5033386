import type { Locator, Page } from 'playwright-core';
import { followChanges, type Change } from './journal';
import type { Sidetone } from './sidetone';
import { region, seeText } from './window';

/** The conference of the profile, and what was asked of the service since. */
export interface WatchedConference {
  readonly card: Locator;
  /** Those who are in it or are being called. */
  readonly people: Locator;
  /** Where the service has it. */
  readonly path: string;
  readonly changes: () => readonly Change[];
}

/** Those who are in the conference that is watched. */
export function members(page: Page): Locator {
  return region(page, 'Conference').getByRole('list', { name: 'Members', exact: true });
}

/** Sees to it that these numbers are in the conference of the profile, and that the window shows them. */
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
