import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { REQUEST_CHANNELS, type RequestChannel } from '../../contract/channels';
import type { Requests, Responses } from '../../contract/requests';
import { fail, type Result } from '../../contract/result';
import type { Logger } from '../log/logger';
import { createRequestLimiter, type RequestLimiter } from './request-limiter';

type Handler<Channel extends RequestChannel> = (
  request: Requests[Channel],
) => Result<Responses[Channel]> | Promise<Result<Responses[Channel]>>;

/** What answers each entry of the contract. */
export type Handlers = { readonly [Channel in RequestChannel]: Handler<Channel> };

/** Checks a request against the contract. */
export type ParseRequest = <Channel extends RequestChannel>(
  channel: Channel,
  request: unknown,
) => Result<Requests[Channel]>;

/** What the router needs to answer. */
export interface RouterParts {
  readonly parse: ParseRequest;
  /** Some are there before the others, which are loaded when they are asked for. */
  readonly handlerOf: <Channel extends RequestChannel>(
    channel: Channel,
  ) => Promise<Handlers[Channel]>;
  readonly logger: Logger;
}

export interface RouterOptions {
  /** Asked first, at once, for every message: the frame can be gone after anything is awaited. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Resolves when the app can answer. */
  readonly whenReady: Promise<RouterParts>;
}

/** The one place that listens to windows. Everything that arrives is checked before it is acted on. */
export function installRouter(options: RouterOptions): void {
  const limiter = createRequestLimiter(() => performance.now());
  for (const channel of REQUEST_CHANNELS) {
    ipcMain.handle(channel, answerer(channel, options, limiter));
  }
}

function answerer<Channel extends RequestChannel>(
  channel: Channel,
  { isTrusted, whenReady }: RouterOptions,
  limiter: RequestLimiter,
): (event: IpcMainInvokeEvent, request: unknown) => Promise<Result<Responses[Channel]>> {
  return async (event, request) => {
    const isFromOurPage = isTrusted(event);
    const { parse, handlerOf, logger } = await whenReady;
    if (!isFromOurPage) {
      logger.warn('A message from a page that is not ours was refused', { channel });
      return fail({ code: 'forbidden' });
    }
    const admission = limiter.admit(channel);
    if (admission !== 'admitted') {
      if (admission === 'refused')
        logger.warn('Requests came too fast and were refused', { channel });
      return fail({ code: 'too-fast' });
    }
    const parsed = parse(channel, request);
    if (!parsed.ok) {
      logger.warn('A message that does not follow the contract was refused', { channel });
      return parsed;
    }
    try {
      const handle = await handlerOf(channel);
      return await handle(parsed.value);
    } catch (error) {
      logger.error('A request of the window failed', { channel, error });
      return fail({ code: 'internal' });
    }
  };
}
