import { decodeBody } from './body-text';
import type { HttpAnswer, HttpRequest } from './http-client';
import { ACCEPTED_ENCODINGS, decompress } from './decompress';
import { AbandonedRequestError } from './network-errors';
import type { Dispatcher } from './undici-runtime';
import type { Target } from './connection-pool';

/** The largest accepted answer, in bytes, compressed or not; far above anything on the vendors' pages. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

export type Exchange =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  | {
      readonly kind: 'failed';
      /** False only if it is certain that no byte of the request was sent. */
      readonly wasSent: boolean;
      /** Whether a proxy was used, as far as the route was known. */
      readonly hasProxy: boolean;
      readonly error: unknown;
    };

/**
 * One request and its answer, over one connection, tried once.
 *
 * `wasSent` relies on undici's `onRequestStart`, which is called when a connection is open and the request is
 * about to be written: before it, nothing was sent; after it, part of the request may have been. A request
 * that was aborted earlier stays in undici's queue, so that call then ends it unsent. The deadline starts
 * before the route is known: finding it may mean fetching a proxy script. `closing` aborts the request like
 * its own signal.
 */
export function exchange(
  whenFound: Promise<Target>,
  request: HttpRequest,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const signals = [closing, ...(request.signal === undefined ? [] : [request.signal])];
    let hasProxy = false;
    let controller: Dispatcher.DispatchController | undefined;
    let givenUp: AbandonedRequestError | undefined;
    let status = 0;
    let headers: HttpAnswer['headers'] = {};
    let size = 0;
    const chunks: Buffer[] = [];

    function giveUp(error: AbandonedRequestError): void {
      if (givenUp !== undefined) return;
      givenUp = error;
      const wasSent = controller !== undefined;
      controller?.abort(error);
      settle({ kind: 'failed', wasSent, hasProxy, error });
    }
    function onAbort(): void {
      giveUp(new AbandonedRequestError('aborted'));
    }
    const deadline = setTimeout(() => giveUp(new AbandonedRequestError('deadline')), timeoutMs);
    function settle(result: Exchange): void {
      clearTimeout(deadline);
      for (const signal of signals) signal.removeEventListener('abort', onAbort);
      resolve(result);
    }

    if (signals.some(({ aborted }) => aborted)) onAbort();
    else for (const signal of signals) signal.addEventListener('abort', onAbort);

    whenFound.then(dispatch).catch((error: unknown) => {
      const isProxyUnusable =
        error instanceof AbandonedRequestError && error.reason === 'no-usable-proxy';
      settle({ kind: 'failed', wasSent: false, hasProxy: hasProxy || isProxyUnusable, error });
    });

    function dispatch(target: Target): void {
      if (givenUp !== undefined) return;
      hasProxy = target.hasProxy;
      target.dispatcher.dispatch(
        {
          origin: target.origin,
          path: target.path,
          method: request.method,
          headers: {
            'accept-encoding': ACCEPTED_ENCODINGS,
            ...request.headers,
            ...target.headers,
          },
          body: request.body ?? null,
          // One deadline for the complete request is enforced here.
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        {
          onRequestStart(started) {
            controller = started;
            if (givenUp !== undefined) started.abort(givenUp);
          },
          onResponseStart(_controller, statusCode, answerHeaders) {
            status = statusCode;
            headers = answerHeaders;
          },
          onResponseData(_controller, chunk) {
            size += chunk.length;
            if (size > MAX_BODY_BYTES) giveUp(new AbandonedRequestError('too-large'));
            else chunks.push(chunk);
          },
          onResponseEnd() {
            decompress(Buffer.concat(chunks), headers, MAX_BODY_BYTES)
              .then((body) => {
                const contentType = [headers['content-type'] ?? ''].flat()[0];
                const text = decodeBody(body, contentType);
                settle({ kind: 'answered', answer: { status, headers, text } });
              })
              .catch((error: unknown) => {
                settle({ kind: 'failed', wasSent: true, hasProxy, error });
              });
          },
          onResponseError(_controller, error) {
            settle({ kind: 'failed', wasSent: controller !== undefined, hasProxy, error });
          },
        },
      );
    }
  });
}
