import { z } from 'zod';
import type { Call, CallBook } from './call-book';
import { missing, type Refusal } from './envelope';

/** What an accepted operation will do, or why it is refused. */
export type Plan = { effect: () => void } | { refusal: Refusal };

/** The dependencies of operations. */
export interface OperationContext {
  book: CallBook;
  /** Lets the other party of a dialing call answer later. */
  awaitRemoteAnswer: (call: Call) => void;
  now: () => number;
}

/** The parameters of voice operations. */
const parametersSchema = z.object({
  operationName: z.string().min(1),
  participant: z.string().min(1).optional(),
  digits: z.string().optional(),
  destination: z.object({ phoneNumber: z.string().min(1) }).optional(),
  userData: z.record(z.string(), z.unknown()).optional(),
  key: z.string().optional(),
  otherCallUri: z.string().optional(),
  consultCallUri: z.string().optional(),
});

export type OperationParameters = z.infer<typeof parametersSchema>;

export function refuse(statusCode: number, statusMessage: string): Plan {
  return { refusal: { statusCode, statusMessage } };
}

/** Reads a request's body; a refusal says which parameter is missing or wrong. */
export function parseOperation(
  body: unknown,
): { parameters: OperationParameters } | { refusal: Refusal } {
  const result = parametersSchema.safeParse(body);
  if (result.success) {
    return { parameters: result.data };
  }
  const path = result.error.issues[0]?.path.join('.') ?? '';
  return { refusal: missing(path === '' ? 'operationName' : path) };
}
