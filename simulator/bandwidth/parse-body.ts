import type { z } from 'zod';
import type { Reply, VendorRequest } from '../http/exchange';
import { invalidProperty, missingProperty } from './errors';

/** The body without nulls: one of the vendor's SDKs sends null for everything that is not set. */
function withoutNulls(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) {
    return {};
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** Parses a JSON body, or returns an error about the missing or wrong property. */
export function parseBody<T>(
  request: VendorRequest,
  schema: z.ZodType<T>,
  resource: string,
): { body: T } | { reply: Reply } {
  const present = withoutNulls(request.json);
  const result = schema.safeParse(present);
  if (result.success) {
    return { body: result.data };
  }
  const property = result.error.issues[0]?.path.join('.') ?? '';
  const complain = property in present ? invalidProperty : missingProperty;
  return { reply: complain(request, resource, property) };
}
