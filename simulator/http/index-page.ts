import { scenarios } from '../scenario/library';
import { actionNames } from '../scenario/schema';
import type { Simulator } from '../types';

/** Everything that steers the simulator; docs/simulator.md has the same list. */
export const STEERING: readonly (readonly [request: string, does: string])[] = [
  ['GET /_sim', 'this list'],
  ['GET /_sim/profile', 'the profile that leads here'],
  [
    'GET /_sim/state',
    'calls, TalkSpaces, the conference of the profile, recordings, scenario, faults',
  ],
  ['GET /_sim/requests', 'every vendor request received; ?vendor= and ?operation= filter'],
  ['GET /_sim/calls', 'the telephone calls'],
  ['POST /_sim/calls', 'start a call: {"from": "15001"}'],
  [
    'POST /_sim/calls/{id}/{verb}',
    'let something happen to it, such as answer, join, leave, release',
  ],
  ['POST /_sim/steps', 'any step of a scenario, at once: {"do": "genesys.arrive", …}'],
  ['GET /_sim/scenario', 'what is playing'],
  ['POST /_sim/scenario', 'play a scenario: {"name": "demo"}, or all of one'],
  ['GET /_sim/faults', 'the faults that are set'],
  ['POST /_sim/faults', 'replace the faults'],
  ['POST /_sim/reset', 'everything as after the start'],
];

/** What is served where, for whoever opens the address. */
export function describeSimulator({ profile, origin }: Simulator): object {
  return {
    what: 'A simulator of the services that Sidetone works with. docs/simulator.md describes it.',
    services: {
      genesys: [`${origin}/api/v2/me`, `${origin}/api/v2/notifications`],
      telesocial: [`${origin}/api/rest/conference`, `${origin}/api/rest/media/status`],
      bandwidth: ['conferences', 'calls'].map(
        (kind) => `${origin}/v1/users/${profile.bandwidth.userId}/${kind}`,
      ),
      verba: [`${profile.verba.baseUrl}?action=…`],
    },
    steering: Object.fromEntries(STEERING),
    scenarios,
    steps: actionNames,
  };
}
