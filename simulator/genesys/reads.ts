import type { Reply } from '../http/exchange';
import type { GenesysOptions, Profile } from '../types';
import type { CallBook } from './call-book';
import { deviceResource, featureResources, userResource, type AgentState } from './device';
import { okReply } from './envelope';

/** The dependencies of reads. */
export interface ReadContext {
  options: GenesysOptions;
  profile: Profile;
  book: CallBook;
  agentState: AgentState;
  /** Origin of the absolute URIs. */
  origin: string;
}

const SUBRESOURCES = ['features', 'devices', 'channels', 'calls'];

/** The agent's only device. */
export function deviceOf(context: ReadContext): Record<string, unknown> {
  return deviceResource(context.options, context.profile.agent, context.agentState, context.origin);
}

function readUser(context: ReadContext, subresources: string | null): Reply {
  const { options, profile, book, origin } = context;
  const wanted = subresources === '*' ? SUBRESOURCES : (subresources ?? '').split(',');
  const all: Record<string, unknown> = {
    features: featureResources(options, origin),
    devices: [deviceOf(context)],
    channels: ['voice'],
    calls: book.all().map((call) => book.resource(call)),
  };
  const user = {
    ...userResource(profile.agent, profile.genesys.userName, origin),
    ...Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name))),
  };
  return okReply({ user });
}

function readCalls({ book }: ReadContext, id: string | undefined, hasFields: boolean) {
  if (id === undefined) {
    const calls = book.all().map((call) => book.resource(call));
    return okReply(hasFields ? { calls } : { uris: calls.map(({ uri }) => uri) });
  }
  const call = book.find(id);
  return call === undefined ? undefined : okReply({ call: book.resource(call) });
}

function readDevices(context: ReadContext, id: string | undefined, hasFields: boolean) {
  const device = deviceOf(context);
  if (id === undefined) {
    return okReply(hasFields ? { devices: [device] } : { uris: [device.uri] });
  }
  return id === context.options.deviceId ? okReply({ device }) : undefined;
}

/**
 * Answers a GET below `/api/v2` (doc:ReturnValues); collections are complete only with `fields=*`.
 *
 * @returns undefined if the resource does not exist
 */
export function readResource(
  context: ReadContext,
  [area, kind, id]: string[],
  query: URLSearchParams,
): Reply | undefined {
  if (area === 'diagnostics' && kind === 'version') {
    return okReply({ version: '8.5.202.96' });
  }
  if (area !== 'me') {
    return undefined;
  }
  const hasFields = query.get('fields') === '*';
  switch (kind) {
    case undefined:
      return readUser(context, query.get('subresources'));
    case 'calls':
      return readCalls(context, id, hasFields);
    case 'devices':
      return readDevices(context, id, hasFields);
    default:
      return undefined;
  }
}
