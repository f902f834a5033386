import type { AppError } from '../../../contract/errors';
import type { VendorListener } from '../../calls/ports';
import type { Logger } from '../../log/logger';
import type { CallBook } from './call-book';
import { toError } from './reply';
import { callMessageSchema, callSchema, describeIssues, notificationSchema } from './wire';
import type { WireCall } from './wire';

/** Turns what Genesys wrote into events of the call model; what cannot be read is logged and left out. */
export interface NewsReader {
  /** The `data` of a message on the channel of the calls. */
  readNews(data: unknown): void;
  /**
   * The answer to `GET /api/v2/me/calls?fields=*`. Where one of the calls cannot be read, the others
   * are told, none is taken for ended, and the answer is what was wrong.
   */
  readCalls(calls: readonly unknown[]): AppError | undefined;
}

export function createNewsReader(options: {
  book: CallBook;
  listener: Pick<VendorListener, 'onCallEvent'>;
  logger: Logger;
}): NewsReader {
  const { book, listener, logger } = options;

  function readCall(value: unknown): WireCall[] {
    const call = callSchema.safeParse(value);
    if (call.success) return [call.data];
    logger.warn('A call could not be read', { issues: describeIssues(call.error) });
    return [];
  }

  return {
    readNews(data) {
      const notification = notificationSchema.safeParse(data);
      // Device messages and errors of devices come on the same connection, and more may be added.
      if (notification.success && notification.data.messageType !== 'CallStateChangeMessage')
        return;
      const message = callMessageSchema.safeParse(data);
      if (!message.success) {
        logger.warn('A notification could not be read', { issues: describeIssues(message.error) });
        return;
      }
      const { call, phoneNumber } = message.data;
      listener.onCallEvent({
        kind: 'call-seen',
        call: book.record(call, phoneNumber ?? undefined),
      });
    },
    readCalls(calls) {
      const readable = calls.flatMap(readCall);
      if (readable.length < calls.length) {
        for (const call of readable) {
          listener.onCallEvent({ kind: 'call-seen', call: book.record(call) });
        }
        return toError('malformed-answer', 'A call could not be read');
      }
      listener.onCallEvent({ kind: 'line-read', line: 'genesys', calls: book.recordAll(readable) });
      return undefined;
    },
  };
}
