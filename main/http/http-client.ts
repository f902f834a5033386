import type { AppError } from '../../contract/errors';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From connecting to the last byte of the answer, in ms. */
  readonly timeoutMs: number;
  /** Aborts the request, which then ends as `no-answer` or `not-sent`. */
  readonly signal?: AbortSignal;
  /** False if even a GET must not be sent again after it was cut off, as with a rate limit. */
  readonly canRepeat?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as text, whatever its encoding. */
  readonly text: string;
}

/**
 * The outcome of a request. A caller that changes something must distinguish "not sent" from "not known",
 * and only here is the difference known.
 */
export type HttpOutcome =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  /** Nothing reached the server: `no-route`, `tls`, `proxy`. */
  | { readonly kind: 'not-sent'; readonly error: AppError }
  /** Sent, but without a complete answer: `no-answer`, `malformed-answer` (too large). */
  | {
      readonly kind: 'no-answer';
      readonly error: AppError;
      /** The server or the network closed the connection; Sidetone did not abort it. */
      readonly wasCut?: boolean;
    };

/** A vendor's client sends all its requests through this. */
export interface HttpClient {
  /** Never rejects, whatever the network or the server does. */
  request(request: HttpRequest): Promise<HttpOutcome>;
  /** Closes all connections; pending requests end as `no-answer`. */
  close(): Promise<void>;
}
