import type { IpcMainInvokeEvent } from 'electron';
import { REQUEST_NAMES, REQUESTS, type Answers, type RequestName } from '../../contract/channels';
import type { Requests } from '../../contract/requests';
import { fail, type Result } from '../../contract/result';
import type { Logger } from '../log/logger';
import { createRequestLimiter, type RequestLimiter } from './request-limiter';

type Handler<Name extends RequestName> = (
  request: Requests[Name],
) => Result<Answers[Name]> | Promise<Result<Answers[Name]>>;

/** The handler of each request. */
export type Handlers = { readonly [Name in RequestName]: Handler<Name> };

/** Checks a request against the contract. */
export type ParseRequest = <Name extends RequestName>(
  name: Name,
  request: unknown,
) => Result<Requests[Name]> | Promise<Result<Requests[Name]>>;

/** What the router needs to answer requests. */
export interface RouterParts {
  readonly parse: ParseRequest;
  /** Loads the handler if necessary. */
  readonly handlerOf: <Name extends RequestName>(name: Name) => Promise<Handlers[Name]>;
  readonly logger: Logger;
}

export interface RouterOptions {
  /** Called synchronously for every message: after an `await` the frame may be gone. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Resolves when the app is ready to answer. */
  readonly whenReady: Promise<RouterParts>;
}

export type RequestListener = (event: IpcMainInvokeEvent, request: unknown) => Promise<unknown>;

/** A listener for each channel. Everything is checked before it is handled. */
export function createRequestListeners(
  options: RouterOptions,
): ReadonlyMap<string, RequestListener> {
  const limiter = createRequestLimiter(() => performance.now());
  return new Map(
    REQUEST_NAMES.map((name) => [REQUESTS[name].channel, createListener(name, options, limiter)]),
  );
}

function createListener<Name extends RequestName>(
  name: Name,
  { isTrusted, whenReady }: RouterOptions,
  limiter: RequestLimiter,
): (event: IpcMainInvokeEvent, request: unknown) => Promise<Result<Answers[Name]>> {
  const { channel } = REQUESTS[name];
  return async (event, request) => {
    const isFromOurPage = isTrusted(event);
    const { parse, handlerOf, logger } = await whenReady;
    if (!isFromOurPage) {
      logger.warn('A message from a foreign page was refused', { channel });
      return fail({ code: 'forbidden' });
    }
    const admission = limiter.admit(name);
    if (admission !== 'admitted') {
      if (admission === 'refused')
        logger.warn('Requests came too fast and were refused', { channel });
      return fail({ code: 'too-fast' });
    }
    const parsed = await parse(name, request);
    if (!parsed.ok) {
      logger.warn('A message that does not follow the contract was refused', { channel });
      return parsed;
    }
    try {
      const handle = await handlerOf(name);
      return await handle(parsed.value);
    } catch (error) {
      logger.error('A request of the window failed', { channel, error });
      return fail({ code: 'internal' });
    }
  };
}
