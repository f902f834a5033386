import type { SessionParts } from '../../main/app/session';
import { createCallStore } from '../../main/calls/store';
import { createRoutes } from '../../main/http/routes';
import { createTrace } from '../../main/journal/trace';
import { checkProfile } from '../../main/settings/parse-profile';
import type { Profile } from '../../main/settings/profile';
import { createManualClock } from './manual-clock';
import { createMemoryLogger } from './memory-logger';

/** The parts of a session that cannot reach any service. */
export function createOfflineParts() {
  const clock = createManualClock();
  const errors: unknown[] = [];
  return {
    store: createCallStore(clock),
    clock,
    logger: createMemoryLogger(),
    trace: createTrace({
      write: () => undefined,
      now: () => clock.now(),
      hasNumbers: false,
      secrets: () => [],
    }),
    network: { routes: createRoutes(() => Promise.resolve('SOCKS nowhere.example:1')) },
    errors,
    onError: (error) => errors.push(error),
    isWatched: () => true,
  } satisfies SessionParts & { errors: unknown[] };
}

/** A valid profile of an agent with this name. */
export function profileOf(name: string, sections: object = {}): Profile {
  const checked = checkProfile({ version: 1, agent: { name }, ...sections });
  if (!checked.ok) throw new Error(checked.mistakes.join());
  return checked.value;
}
