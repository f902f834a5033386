import { z } from 'zod';
import { callStateSchema, directionSchema, lineSchema } from '../../contract/call-model';
import { commandActionSchema, commandOutcomeSchema } from '../../contract/commands';
import { errorCodeSchema } from '../../contract/errors';
import { connectionStateSchema } from '../../contract/snapshot';
import { vendorSchema } from '../../contract/vendors';

/** Raised when a kind, field or value is removed or changes its meaning; additions do not count. */
const TRACE_VERSION = 1;

const at = { t: z.iso.datetime().describe('When it happened, in UTC.') };
const text = (meaning: string) => z.string().describe(`${meaning} Text for people, not a code.`);
const failure = {
  reason: errorCodeSchema.optional().describe('Why, as one of the error codes.'),
  detail: text('What the vendor said, or the field that is wrong.').optional(),
};

const startLineSchema = z.strictObject({
  v: z.literal(TRACE_VERSION).describe('The version of this format.'),
  ...at,
  kind: z.literal('start'),
  app: z.string().describe('The version of Sidetone.'),
});

const connectionLineSchema = z.strictObject({
  ...at,
  kind: z.literal('connection'),
  vendor: vendorSchema.describe(
    'The vendor’s section in the profile: `genesys`, `telesocial`, `bandwidth`, `twilio` or `verba`; later releases may add others.',
  ),
  state: connectionStateSchema,
  ...failure,
});

const callLineSchema = z.strictObject({
  ...at,
  kind: z.literal('call'),
  id: z.string().describe('Stays the same for as long as the call exists.'),
  line: lineSchema.describe(
    'The line of the call: `genesys`, `talkspace`, `conference` or `twilio`; later releases may add others.',
  ),
  state: callStateSchema,
  muted: z.boolean(),
  held: z.boolean(),
  participants: z.array(text('The name or number of another party.')),
  direction: directionSchema.optional().describe('Incoming or outgoing; absent if unknown.'),
  caller: text('The caller, from the attached data. In the journal only.').optional(),
  about: text('The reason for the call, from the attached data. In the journal only.').optional(),
  address: z.string().optional().describe('What to dial to call back. In the journal only.'),
  missed: z
    .literal(true)
    .optional()
    .describe('With the state `ended`: it rang and was neither answered nor rejected.'),
  seconds: z
    .int()
    .nonnegative()
    .optional()
    .describe('With the state `ended`: how long it lasted; absent if unknown.'),
  end: z
    .enum(['seen', 'away'])
    .optional()
    .describe(
      'With the state `ended`: `away` if the time is unknown, because the computer slept or the line was down.',
    ),
  resumed: z
    .literal(true)
    .optional()
    .describe('It was wrongly reported as ended, and is the same call.'),
});

const participantsLineSchema = z.strictObject({
  ...at,
  kind: z.literal('participants'),
  id: z.string().describe('The id of the call.'),
  joined: z.array(text('The name or number of a party.')),
  left: z.array(text('The name or number of a party.')),
});

const commandLineSchema = z.strictObject({
  ...at,
  kind: z.literal('command'),
  id: z.string().describe('The same in every line about this command.'),
  action: commandActionSchema,
  outcome: commandOutcomeSchema,
  call: z.string().optional().describe('The id of the call that the command is about.'),
  target: text('The party or recording that the command is about.').optional(),
  ...failure,
});

const notificationLineSchema = z.strictObject({
  ...at,
  kind: z.literal('notification'),
  title: text('The title as displayed.'),
  body: text('The body as displayed.'),
  shown: z.boolean(),
  why: z
    .enum([
      'not-current-call',
      'call-ended',
      'switched-off',
      'do-not-disturb',
      'quiet-hours',
      'window-focused',
      'several-in-a-row',
      'not-supported',
      'desktop-refused',
    ])
    .optional()
    .describe('Why it was not shown.'),
  detail: text('What the desktop said.').optional(),
});

const trayLineSchema = z.strictObject({
  ...at,
  kind: z.literal('tray'),
  state: z.enum([
    'no-profile',
    'offline',
    'connecting',
    'attention',
    'idle',
    'missed',
    'ringing',
    'dialing',
    'in-call',
    'muted',
    'held',
  ]),
  tooltip: text('The tooltip as displayed.'),
});

const screenPopLineSchema = z.strictObject({
  ...at,
  kind: z.literal('screen-pop'),
  call: z.string().describe('The id of the call that the page was opened for.'),
});

const wrapUpLineSchema = z.strictObject({
  ...at,
  kind: z.literal('wrap-up'),
  call: z.string().describe('The id of the call.'),
  began: z.iso
    .datetime()
    .optional()
    .describe('When that call began, or a later moment of it, if this was written afterwards.'),
  note: text("The agent's note."),
  outcome: text('The outcome that the agent chose, or empty.'),
});

const windowLineSchema = z.strictObject({
  ...at,
  kind: z.literal('window'),
  event: z.enum(['ready', 'shown', 'hidden']),
});

/** A line of the trace. The journal has the same lines, without `start`. */
export const traceLineSchema = z.discriminatedUnion('kind', [
  startLineSchema,
  connectionLineSchema,
  callLineSchema,
  participantsLineSchema,
  commandLineSchema,
  notificationLineSchema,
  trayLineSchema,
  screenPopLineSchema,
  wrapUpLineSchema,
  windowLineSchema,
]);
export type CallLine = z.infer<typeof callLineSchema>;
export type TraceLine = z.infer<typeof traceLineSchema>;

export type WhyNotShown = NonNullable<z.infer<typeof notificationLineSchema>['why']>;
export type TracedTrayState = z.infer<typeof trayLineSchema>['state'];
export type WindowEvent = z.infer<typeof windowLineSchema>['event'];

/**
 * The trace as a JSON schema, for other programs; `docs/trace.schema.json` is generated from it. Fields
 * that it does not name are allowed there, since a later release may add some.
 */
export function toTraceJsonSchema(): object {
  const schema = z.toJSONSchema(traceLineSchema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return { ...schema, title: `A line of Sidetone's trace, version ${TRACE_VERSION}` };
}
