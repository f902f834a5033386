import { scenarios } from '../scenario/library';
import { actionNames } from '../scenario/schema';
import type { Simulator } from '../types';

/** The requests that control the simulator; docs/simulator.md has the same list. */
const CONTROL_REQUESTS: readonly (readonly [request: string, does: string])[] = [
  ['GET /_sim', 'this list'],
  ['GET /_sim/profile', 'the profile for this simulator'],
  [
    'GET /_sim/state',
    'calls, TalkSpaces, the conference of the profile, Twilio’s conferences, recordings, scenario, faults',
  ],
  ['GET /_sim/requests', 'every vendor request received; filter with ?vendor= and ?operation='],
  ['GET /_sim/calls', 'the telephone calls'],
  ['POST /_sim/calls', 'start a call: {"from": "15001"}'],
  [
    'POST /_sim/calls/{id}/{verb}',
    'change a call: answer, join, leave, mute, hold, attachUserData, release',
  ],
  ['POST /_sim/steps', 'run a scenario step now: {"do": "genesys.arrive", …}'],
  ['GET /_sim/scenario', 'the current scenario'],
  ['POST /_sim/scenario', 'play a scenario: {"name": "demo"}, or a complete one'],
  ['GET /_sim/faults', 'the current faults'],
  ['POST /_sim/faults', 'replace the faults'],
  ['POST /_sim/reset', 'back to the state after the start'],
];

/** Lists the served addresses, for anybody who opens the root in a browser. */
export function describeSimulator({ profile, twilioProfile, origin }: Simulator): object {
  return {
    what: 'A simulator of the services that Sidetone uses. See docs/simulator.md.',
    services: {
      genesys: [`${origin}/api/v2/me`, `${origin}/api/v2/notifications`],
      telesocial: [`${origin}/api/rest/conference`, `${origin}/api/rest/media/status`],
      bandwidth: ['conferences', 'calls'].map(
        (kind) => `${origin}/v1/users/${profile.bandwidth.userId}/${kind}`,
      ),
      twilio: ['Conferences', 'Calls', 'Recordings'].map(
        (kind) => `${origin}/2010-04-01/Accounts/${twilioProfile.accountSid}/${kind}.json`,
      ),
      verba: [`${profile.verba.baseUrl}?action=…`],
    },
    control: Object.fromEntries(CONTROL_REQUESTS),
    scenarios,
    steps: actionNames,
  };
}
