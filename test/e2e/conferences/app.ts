import { testInSidetone, type Sidetone } from '../../support/sidetone';

/** The regular members. */
export const [ADA, BEA] = ['+12125550160', '+12125550161'];

/** One app for all actions on the conference of the profile. Telephones are answered only by the test. */
export const test = testInSidetone({
  simulator: { bandwidth: { callAnswerDelay: null } },
  profile: ({ version, agent, bandwidth }) => ({ version, agent, bandwidth }),
}).extend('leaving', { auto: true }, ({ sidetone }, { onCleanup }) => {
  onCleanup(() => removeMembers(sidetone));
});

/** Removes the members that a test has called or let in. The regular members stay. */
function removeMembers({ simulator }: Sidetone): void {
  for (const { id, number, state } of simulator.bandwidth.conference().members) {
    if (state === 'active' && ![ADA, BEA].includes(number)) simulator.bandwidth.removeMember(id);
  }
}
