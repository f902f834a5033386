import type { Outcome } from '../../contract/outcome';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From connecting to the last byte of the answer, in ms. */
  readonly timeoutMs: number;
  /** Aborts the request, which then ends as `unknown` or `failed`. */
  readonly signal?: AbortSignal;
  /** False if even a GET must not be sent again after it was cut off, as with a rate limit. */
  readonly canRepeat?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The decoded body. */
  readonly text: string;
}

/**
 * The outcome of a request. `failed`: nothing of it reached the server (`no-route`, `tls`, `proxy`).
 * `unknown`: it was sent, and no complete answer came (`no-answer`, `malformed-answer` if it was too
 * large). `wasCut`: the server or a proxy ended the connection, not Sidetone.
 */
export type HttpOutcome = Outcome<HttpAnswer, { readonly wasCut?: boolean }>;

/** A vendor's client sends all its requests through this. */
export interface HttpClient {
  /** Never rejects. */
  request(request: HttpRequest): Promise<HttpOutcome>;
  /** Ends all connections; requests under way end as `unknown`. */
  close(): Promise<void>;
}
