import type { IncomingHttpHeaders } from 'node:http';
import type { JournalEntry, Vendor } from '../types';
import type { VendorRequest } from './exchange';

/** Headers with credentials, of which the journal keeps only their presence. */
const CREDENTIALS = new Set(['authorization', 'x-csrf-token']);

/** The number of entries kept, so that memory does not grow in a long demo. */
const LIMIT = 10_000;

function cookieNames(header: string): string {
  return header
    .split(';')
    .map((pair) => pair.split('=')[0]?.trim() ?? '')
    .join('; ');
}

function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) {
      continue;
    }
    const text = Array.isArray(value) ? value.join(', ') : value;
    kept[name] = CREDENTIALS.has(name) ? 'present' : name === 'cookie' ? cookieNames(text) : text;
  }
  return kept;
}

function bodyOf(request: VendorRequest): unknown {
  const names = [...new Set(request.form.keys())];
  if (names.length === 0) {
    return request.json;
  }
  return Object.fromEntries(
    names.map((name) => {
      const values = request.form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** Keeps every vendor request received, in order, and notifies listeners. */
export class RequestJournal {
  readonly #listeners = new Set<(entry: JournalEntry) => void>();
  #entries: JournalEntry[] = [];

  /** Records a request on receipt; the caller completes the entry when the answer ends. */
  record(vendor: Vendor, operation: string, request: VendorRequest, at: number): JournalEntry {
    const entry: JournalEntry = {
      at: new Date(at).toISOString(),
      vendor,
      method: request.method,
      path: request.path,
      query: Object.fromEntries(request.query),
      headers: redactHeaders(request.headers),
      body: bodyOf(request),
      operation,
      status: undefined,
      answered: false,
    };
    this.#entries.push(entry);
    if (this.#entries.length > LIMIT) {
      this.#entries.shift();
    }
    for (const listener of [...this.#listeners]) {
      listener(entry);
    }
    return entry;
  }

  entries(): JournalEntry[] {
    return [...this.#entries];
  }

  onRequest(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries = [];
  }
}
