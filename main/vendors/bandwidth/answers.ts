import { DONE, type Outcome } from '../../../contract/outcome';
import { withoutDetails } from '../shared/reply';
import type { Reply } from '../shared/reply';

/** The outcome of a request that changes something, without the content of its answer. */
export function toAnswer(reply: Reply<unknown>): Outcome {
  return reply.kind === 'done' ? DONE : withoutDetails(reply);
}
