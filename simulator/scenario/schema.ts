import { z } from 'zod';
import { faultSchema } from '../faults/schema';
import { InputError, parseInput } from '../input';

const at = z.number().min(0);
const text = z.string().min(1);

const party = { number: text, formatted: text.optional() };
/** The properties of a new call. */
export const callSpec = {
  from: text,
  formatted: text.optional(),
  others: z.array(z.strictObject(party)).optional(),
  state: z.enum(['Ringing', 'Dialing', 'Established', 'Held']).optional(),
  isOwner: z.boolean().optional(),
  isMuted: z.boolean().optional(),
  isFromQueue: z.boolean().optional(),
  callType: z.enum(['Internal', 'Inbound', 'Outbound', 'Consult']).optional(),
  dnis: text.optional(),
  ani: text.optional(),
  userData: z.record(z.string(), z.unknown()).optional(),
  id: text.optional(),
  connId: text.optional(),
};

/** The schemas of events at a vendor, by their `do`. */
const actionSchemas = [
  z.strictObject({ do: z.literal('genesys.arrive'), call: text, ...callSpec }),
  z.strictObject({ do: z.literal('genesys.dial'), call: text, ...callSpec }),
  z.strictObject({ do: z.literal('genesys.answer'), call: text }),
  z.strictObject({
    do: z.literal('genesys.join'),
    call: text,
    ...party,
    isOwner: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal('genesys.leave'), call: text, number: text }),
  z.strictObject({ do: z.literal('genesys.mute'), call: text, on: z.boolean() }),
  z.strictObject({ do: z.literal('genesys.hold'), call: text, on: z.boolean() }),
  z.strictObject({
    do: z.literal('genesys.attachUserData'),
    call: text,
    userData: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ do: z.literal('genesys.release'), call: text }),
  z.strictObject({ do: z.literal('genesys.expireSession') }),
  z.strictObject({ do: z.literal('genesys.loseBayeuxSession') }),
  z.strictObject({
    do: z.literal('telesocial.create'),
    networkId: text,
    conference: text.optional(),
  }),
  z.strictObject({
    do: z.literal('telesocial.join'),
    networkId: text,
    conference: text.optional(),
  }),
  z.strictObject({
    do: z.literal('telesocial.leave'),
    networkId: text,
    conference: text.optional(),
  }),
  z.strictObject({ do: z.literal('telesocial.end'), conference: text.optional() }),
  z.strictObject({ do: z.literal('bandwidth.addMember'), number: text }),
  z.strictObject({ do: z.literal('bandwidth.removeMember'), number: text }),
  z.strictObject({
    do: z.literal('bandwidth.setHold'),
    on: z.boolean(),
    number: text.optional(),
  }),
  z.strictObject({
    do: z.literal('bandwidth.setMute'),
    on: z.boolean(),
    number: text.optional(),
  }),
  z.strictObject({ do: z.literal('bandwidth.complete') }),
  z.strictObject({
    do: z.literal('twilio.join'),
    number: text,
    conference: text.optional(),
    callerName: text.optional(),
  }),
  z.strictObject({ do: z.literal('twilio.leave'), number: text, conference: text.optional() }),
  z.strictObject({
    do: z.literal('twilio.setMute'),
    on: z.boolean(),
    number: text,
    conference: text.optional(),
  }),
  z.strictObject({
    do: z.literal('twilio.setHold'),
    on: z.boolean(),
    number: text,
    conference: text.optional(),
  }),
  z.strictObject({ do: z.literal('twilio.record'), conference: text.optional() }),
  z.strictObject({ do: z.literal('twilio.end'), conference: text.optional() }),
  z.strictObject({
    do: z.literal('verba.add'),
    caller: text,
    called: text,
    callId: text.optional(),
    nativeId: text.optional(),
    platformCallId: text.optional(),
    meetingId: text.optional(),
    isFinished: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal('verba.finish'), callId: text }),
  z.strictObject({ do: z.literal('verba.expireTokens') }),
  z.strictObject({ do: z.literal('faults.set'), faults: z.array(faultSchema) }),
  z.strictObject({ do: z.literal('faults.clear') }),
] as const;

/** An event at a vendor, in a scenario or from `POST /_sim/steps`. */
export const actionSchema = z.discriminatedUnion('do', actionSchemas);

/** All values of `do`. */
export const actionNames = actionSchemas.map(({ shape }) => shape.do.value);

const target = z.strictObject({ role: text, name: text });

/** Presses a button in the window. For programs that operate the window; ignored by the simulator. */
const pressStepSchema = z.strictObject({
  at,
  press: z.strictObject({
    role: text.default('button'),
    name: text,
    within: target.optional(),
  }),
  confirm: z.strictObject({ dialog: text, button: text }).optional(),
});

/** Takes a screenshot of the window. For programs that operate the window; ignored by the simulator. */
const screenshotStepSchema = z.strictObject({ at, screenshot: text });

const vendorStepSchema = z.object({ at }).loose();

const scenarioSchema = z.strictObject({
  name: text,
  description: text,
  repeat: z.boolean().default(false),
  startsOn: z.enum(['subscribe', 'immediately']).default('subscribe'),
  steps: z.array(z.unknown()),
  endsAt: at,
});

export type Action = z.infer<typeof actionSchema>;
export interface VendorStep {
  at: number;
  action: Action;
}
export type PressStep = z.infer<typeof pressStepSchema>;
export type ScreenshotStep = z.infer<typeof screenshotStepSchema>;
export type ScenarioStep = VendorStep | PressStep | ScreenshotStep;

/** A valid scenario, with steps in order of time. */
export interface Scenario {
  name: string;
  description: string;
  /** Whether it restarts `endsAt` seconds after its start. */
  repeat: boolean;
  /** The clock starts with the first Genesys subscription, or at once. */
  startsOn: 'subscribe' | 'immediately';
  steps: ScenarioStep[];
  /** Seconds after the start. */
  endsAt: number;
}

/** Describes a step in an error message by its number, counted from one, and what it does. */
function parseNumberedStep(input: unknown, index: number): ScenarioStep {
  try {
    return parseStep(input, `steps[${index}]`);
  } catch (failure) {
    if (!(failure instanceof InputError)) throw failure;
    const { at: seconds, do: name } = Object(input) as { at?: unknown; do?: unknown };
    const facts = [
      `step ${index + 1}`,
      ...(typeof name === 'string' ? [name] : []),
      ...(typeof seconds === 'number' ? [`at ${seconds} s`] : []),
    ];
    throw new InputError(`${failure.message} (${facts.join(', ')})`);
  }
}

function parseStep(input: unknown, where: string): ScenarioStep {
  if (typeof input === 'object' && input !== null) {
    if ('press' in input) {
      return parseInput(pressStepSchema, input, where);
    }
    if ('screenshot' in input) {
      return parseInput(screenshotStepSchema, input, where);
    }
  }
  const { at: seconds, ...action } = parseInput(vendorStepSchema, input, where);
  return { at: seconds, action: parseInput(actionSchema, action, where) };
}

/**
 * Validates a scenario document.
 *
 * @throws InputError naming each wrong field, such as `steps[3].call`, and its step.
 */
export function parseScenario(input: unknown): Scenario {
  const scenario = parseInput(scenarioSchema, input, '');
  const steps = scenario.steps.map(parseNumberedStep);
  const late = steps.findIndex((step) => step.at > scenario.endsAt);
  if (late >= 0) {
    throw new InputError(`steps[${late}].at: is after endsAt (${scenario.endsAt})`);
  }
  return { ...scenario, steps: steps.sort((first, second) => first.at - second.at) };
}
