import { DONE, type Outcome } from '../../../contract/outcome';
import { withoutDetails } from '../shared/reply';
import type { Reply } from '../shared/reply';

/** What a request that was to change something comes to, where what was answered does not matter. */
export function toAnswer(reply: Reply<unknown>): Outcome {
  return reply.kind === 'done' ? DONE : withoutDetails(reply);
}
