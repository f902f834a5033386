import { z } from 'zod';
import { faultSchema } from '../faults/schema';
import { InputError, parseInput, parseJson } from '../input';
import { perform } from '../scenario/actions';
import { actionSchema, callSpec, parseScenario } from '../scenario/schema';
import type { Simulator } from '../types';
import { describeSimulator } from './index-page';
import { jsonReply, segmentsAfter, type Reply, type VendorRequest } from './exchange';

const PREFIX = '/_sim';
const INDEX_PATHS = new Set(['/', PREFIX, `${PREFIX}/`]);

const nameBodySchema = z.strictObject({ name: z.string().min(1) });
const faultListSchema = z.array(faultSchema);
const faultsBodySchema = z.strictObject({ faults: faultListSchema });
const callBodySchema = z.strictObject({
  call: z.string().min(1).optional(),
  direction: z.enum(['in', 'out']).default('in'),
  ...callSpec,
});

/** A body with steps is a scenario; one without steps names a scenario. */
function play(simulator: Simulator, body: unknown): Reply {
  const isScenario = typeof body === 'object' && body !== null && 'steps' in body;
  simulator.play(isScenario ? parseScenario(body) : parseInput(nameBodySchema, body, '').name);
  return jsonReply(200, simulator.scenarioStatus());
}

/** The body is the list, or an object that contains it. */
function setFaults(simulator: Simulator, body: unknown): Reply {
  simulator.setFaults(
    Array.isArray(body)
      ? parseInput(faultListSchema, body, '')
      : parseInput(faultsBodySchema, body, '').faults,
  );
  return jsonReply(200, { faults: simulator.faults() });
}

function startCall({ genesys }: Simulator, body: unknown): Reply {
  const { call: alias, direction, ...spec } = parseInput(callBodySchema, body, '');
  const given = { ...spec, alias };
  const call = direction === 'in' ? genesys.arrive(given) : genesys.dial(given);
  return jsonReply(201, { call });
}

function actOnCall(simulator: Simulator, call: string, verb: string, body: unknown): Reply {
  const fields = typeof body === 'object' ? body : {};
  const action = parseInput(actionSchema, { ...fields, do: `genesys.${verb}`, call }, '');
  return jsonReply(200, { call: perform(simulator, action) });
}

function requestsOf(simulator: Simulator, query: URLSearchParams): Reply {
  const [vendor, operation] = [query.get('vendor'), query.get('operation')];
  const requests = simulator
    .requests()
    .filter(
      (entry) =>
        (vendor === null || entry.vendor === vendor) &&
        (operation === null || entry.operation === operation),
    );
  return jsonReply(200, { requests });
}

function stateOf(simulator: Simulator): Reply {
  return jsonReply(200, {
    calls: simulator.genesys.calls(),
    talkSpaces: simulator.telesocial.conferences(),
    conference: simulator.bandwidth.conference(),
    twilio: simulator.twilio.conferences(),
    recordings: simulator.verba.recordings(),
    scenario: simulator.scenarioStatus(),
    faults: simulator.faults(),
  });
}

function route(simulator: Simulator, request: VendorRequest): Reply | undefined {
  if (request.method === 'GET' && INDEX_PATHS.has(request.path)) {
    return jsonReply(200, describeSimulator(simulator));
  }
  const segments = segmentsAfter(PREFIX, request.path) ?? [];
  const [area, id, verb] = segments;
  const isRead = request.method === 'GET';
  if (!request.path.startsWith(`${PREFIX}/`) || (!isRead && request.method !== 'POST')) {
    return undefined;
  }
  if (request.json === undefined && request.text !== '') {
    parseJson(request.text, 'the body');
  }
  if (area === 'calls' && segments.length === 3 && !isRead) {
    return actOnCall(simulator, id ?? '', verb ?? '', request.json);
  }
  if (segments.length !== 1) {
    return undefined;
  }
  switch (`${request.method} ${area ?? ''}`) {
    case 'GET profile':
      return jsonReply(200, simulator.clientProfile);
    case 'GET state':
      return stateOf(simulator);
    case 'GET requests':
      return requestsOf(simulator, request.query);
    case 'GET scenario':
      return jsonReply(200, simulator.scenarioStatus());
    case 'POST scenario':
      return play(simulator, request.json);
    case 'GET faults':
      return jsonReply(200, { faults: simulator.faults() });
    case 'POST faults':
      return setFaults(simulator, request.json);
    case 'GET calls':
      return jsonReply(200, { calls: simulator.genesys.calls() });
    case 'POST calls':
      return startCall(simulator, request.json);
    case 'POST steps':
      return jsonReply(200, {
        result: perform(simulator, parseInput(actionSchema, request.json, '')),
      });
    case 'POST reset':
      simulator.reset();
      return jsonReply(200, { reset: true });
    default:
      return undefined;
  }
}

/** Answers a request to `/_sim`, which controls the simulator (docs/simulator.md). */
export function handleControlRequest(simulator: Simulator, request: VendorRequest): Reply {
  try {
    return (
      route(simulator, request) ??
      jsonReply(404, {
        error: `${request.method} ${request.path} does not exist. GET / lists what does.`,
      })
    );
  } catch (failure) {
    if (failure instanceof InputError) {
      return jsonReply(400, { error: failure.message });
    }
    throw failure;
  }
}
