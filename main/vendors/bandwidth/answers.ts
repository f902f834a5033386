import type { Answer } from '../../calls/ports';
import { toFailedAnswer } from '../shared/reply';
import type { Reply } from '../shared/reply';

export const ACCEPTED: Answer = { kind: 'accepted', value: null };

/** What a request that was to change something comes to, where what was answered does not matter. */
export function toAnswer(reply: Reply<unknown>): Answer {
  return reply.kind === 'ok' ? ACCEPTED : toFailedAnswer(reply);
}
