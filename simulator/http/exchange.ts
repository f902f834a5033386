import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Vendor } from '../types';
import type { VendorResponse } from './vendor-response';

/** A complete request. */
export interface VendorRequest {
  method: string;
  /** As received: percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The fields of a form body; none for another content type. */
  form: URLSearchParams;
  /** The parsed body; undefined if it is not JSON. */
  json: unknown;
  /** The body as received. */
  text: string;
}

/** An answer. A missing body is empty. */
export interface Reply {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Milliseconds to wait before sending it. */
  delay?: number;
}

/** The raw exchange, for the service whose library answers directly. */
export interface RawExchange {
  request: IncomingMessage;
  response: VendorResponse;
}

/** A vendor behind the common port. */
export interface VendorService {
  readonly vendor: Vendor;
  /** Whether the path belongs to this vendor. */
  owns(path: string): boolean;
  /** The vendor's name of the operation. */
  operationOf(request: VendorRequest): string;
  /** Answers, or returns undefined after passing on the raw exchange. */
  handle(request: VendorRequest, raw: RawExchange): Reply | undefined;
  /** The answer to too many requests. */
  refuseForRate(request: VendorRequest): Reply;
  /** Ends the sessions or tokens that the vendor has issued, if any. */
  expireSession(): void;
}

/** A JSON reply. */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Record<string, string | string[]> = {},
): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** The decoded segments of a path after a prefix; undefined if an escape is malformed. */
export function segmentsAfter(prefix: string, path: string): string[] | undefined {
  try {
    return path
      .slice(prefix.length)
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** The login and password of a Basic header. */
export function basicCredentials(
  header: string | undefined,
): { login: string; password: string } | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) {
    return undefined;
  }
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0
    ? undefined
    : { login: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}
