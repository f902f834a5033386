import { z } from 'zod';

/** What a fault does to a matching request or notification. */
const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('cut'), when: z.enum(['before', 'inside', 'after']) }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    body: z.string().optional(),
    contentType: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('garbage-body') }),
  z.strictObject({
    kind: z.literal('html-body'),
    status: z.number().int().min(200).max(599).optional(),
  }),
  z.strictObject({ kind: z.literal('truncated-body') }),
  z.strictObject({ kind: z.literal('expired-session') }),
  z.strictObject({ kind: z.literal('rate-limit') }),
  z.strictObject({ kind: z.literal('lost-notification') }),
  z.strictObject({ kind: z.literal('duplicate-notification') }),
  z.strictObject({ kind: z.literal('out-of-order-notification') }),
]);

/**
 * A fault as data. Every given part of `match` must match; `times` limits how often it applies (default:
 * until cleared).
 */
export const faultSchema = z.strictObject({
  match: z.strictObject({
    vendor: z.enum(['genesys', 'telesocial', 'bandwidth', 'verba', 'twilio']).optional(),
    method: z.string().optional(),
    /** A prefix, or with `*` a pattern for the complete path. For notifications: the channel. */
    path: z.string().optional(),
    /** The journal's name of the operation. For notifications: the notification type. */
    operation: z.string().optional(),
  }),
  times: z.number().int().min(1).optional(),
  effect: effectSchema,
});

export type FaultEffect = z.infer<typeof effectSchema>;
export type Fault = z.infer<typeof faultSchema>;
