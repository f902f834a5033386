import type { IncomingMessage } from 'node:http';
import type { VendorRequest } from './exchange';

/** Far larger than any vendor's request; protects against a runaway client. */
const BODY_LIMIT = 1024 * 1024;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a complete request; undefined if its body is too large or its target is not a URL. */
export async function readRequest(message: IncomingMessage): Promise<VendorRequest | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    if (Buffer.isBuffer(chunk)) {
      length += chunk.length;
      chunks.push(chunk);
    }
    if (length > BODY_LIMIT) {
      return undefined;
    }
  }
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const text = Buffer.concat(chunks).toString('utf8');
  const isForm = /^application\/x-www-form-urlencoded/i.test(message.headers['content-type'] ?? '');
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: message.headers,
    form: new URLSearchParams(isForm ? text : ''),
    json: parseJson(text),
    text,
  };
}
