import type { AppError } from '../../../contract/errors';
import { isWellFormed } from '../../../contract/text';
import type { VendorCall } from '../../calls/call-events';
import type { VendorListener } from '../../calls/ports';
import type { Logger } from '../../log/logger';
import type { CallBook } from './call-book';
import { toError } from './reply';
import { callMessageSchema, callSchema, describeIssues, notificationSchema } from './wire';
import type { CallList } from './session';
import type { WireCall } from './wire';

/** Converts Genesys' messages to events of the call model. Unreadable ones are logged and skipped. */
export interface NotificationReader {
  /** The `data` of a message on the channel of the calls. */
  readNotification(data: unknown): void;
  /**
   * The fetched calls of the agent. If one of them is unreadable or there was no list, the others are
   * reported, no call counts as missing, and the error is returned.
   */
  readCallList(list: CallList): AppError | undefined;
}

export function createNotificationReader(options: {
  book: CallBook;
  listener: Pick<VendorListener, 'onCallEvent'>;
  logger: Logger;
  /** A notification shows a call whose end was reported before. */
  onReturn: () => void;
}): NotificationReader {
  const { book, listener, logger, onReturn } = options;

  function reportFetched(calls: readonly VendorCall[], isComplete: boolean): void {
    listener.onCallEvent({ kind: 'line-fetched', line: 'genesys', calls, isComplete });
  }

  /**
   * Undefined if it cannot be read. One call must never hide the others, whatever it contains, so bugs are
   * caught too.
   */
  function readCall(value: unknown): WireCall | undefined {
    const call = callSchema.safeParse(value);
    if (call.success) return call.data;
    logger.warn('A call could not be read', { issues: describeIssues(call.error) });
    return undefined;
  }

  /** Reports the readable calls of an incomplete answer. */
  function readEach(calls: readonly WireCall[]): void {
    for (const call of calls) {
      try {
        book.record(call, (read) => reportFetched([read], false));
      } catch (error) {
        logger.error('A call could not be shown', { error: String(error) });
      }
    }
  }

  return {
    readNotification(data) {
      const notification = notificationSchema.safeParse(data);
      // Device messages and errors share the connection, and others may be added.
      if (notification.success && notification.data.messageType !== 'CallStateChangeMessage')
        return;
      const message = callMessageSchema.safeParse(data);
      if (!message.success) {
        logger.warn('A notification could not be read', { issues: describeIssues(message.error) });
        return;
      }
      const { call, phoneNumber } = message.data;
      book.record(
        call,
        (seen) => {
          listener.onCallEvent({ kind: 'call-seen', call: seen });
          if (seen.state !== 'ended' && book.hasEnded(seen.id)) onReturn();
        },
        phoneNumber ?? undefined,
      );
    },
    readCallList({ calls, isComplete }) {
      // A call with such an id cannot be addressed and was never shown, so leaving it out is safe.
      const nameable = calls.filter((call) => !hasIllFormedId(call));
      const unnameable = calls.length - nameable.length;
      if (unnameable > 0) logger.warn('Calls with ill-formed ids are left out', { unnameable });
      const readable = nameable.flatMap((call) => readCall(call) ?? []);
      if (readable.length < nameable.length) {
        readEach(readable);
        return toError('malformed-answer', 'A call could not be read');
      }
      if (!isComplete) {
        readEach(readable);
        // If no call is known, none can be missing.
        return book.hasCalls() ? toError('malformed-answer', 'No list of calls') : undefined;
      }
      try {
        book.recordAll(readable, (read) => reportFetched(read, true));
      } catch (error) {
        logger.error('The calls could not be shown', { error: String(error) });
        readEach(readable);
        return toError('internal');
      }
      return undefined;
    },
  };
}

function hasIllFormedId(call: unknown): boolean {
  const id = typeof call === 'object' && call !== null && 'id' in call ? call.id : undefined;
  return typeof id === 'string' && !isWellFormed(id);
}
