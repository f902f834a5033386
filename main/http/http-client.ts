import type { AppError } from '../../contract/errors';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Deadline for the whole request, connecting and the last byte of the answer included, in ms. */
  readonly timeoutMs: number;
  /** Gives the request up; it then ends as `no-answer` or `not-sent`. */
  readonly signal?: AbortSignal;
  /** False where even a GET must not be sent a second time after a cut, as under a rate limit. */
  readonly canRepeat?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case, as undici gives them. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as text, whatever its encoding. */
  readonly text: string;
}

/**
 * What became of a request. A caller that changes something must distinguish "it never left" from "nobody
 * knows", so the two are kept apart here, where it can still be known.
 */
export type HttpOutcome =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  /** Nothing of it reached the server: `no-route`, `tls`, `proxy`. */
  | { readonly kind: 'not-sent'; readonly error: AppError }
  /** It was sent, and no complete answer came: `no-answer`, `malformed-answer` (too large). */
  | {
      readonly kind: 'no-answer';
      readonly error: AppError;
      /** The server, or something on the way, ended the connection; it was not given up here. */
      readonly wasCut?: boolean;
    };

/** The one way to the network for a vendor's client. */
export interface HttpClient {
  /** Never throws for anything that the network or the server does. */
  request(request: HttpRequest): Promise<HttpOutcome>;
  /** Ends all connections; requests under way end as `no-answer`. */
  close(): Promise<void>;
}
