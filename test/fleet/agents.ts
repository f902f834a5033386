import type { Message, Transport } from 'cometd';
import type { Clock } from '../../main/time/clock';
import { createCometD } from '../../main/vendors/genesys/clocked-cometd';
import { createGenesysTelephony } from '../../main/vendors/genesys/genesys-telephony';
import type { ModeledServer } from './modeled-server';

const BASE_URL = 'http://gws.example.com';
const NOTHING = (): void => undefined;

/** The options of both kinds of agent. */
export interface AgentParts {
  readonly server: ModeledServer;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called when the agent is fully connected, and when it no longer is. */
  readonly onConnected: (isConnected: boolean) => void;
}

/** Starts an agent with a reconnect policy. */
export type StartAgent = (parts: AgentParts) => void;

/** Sidetone's complete client, with only its network access replaced. */
export const startSidetoneAgent: StartAgent = ({ server, clock, random, onConnected }) => {
  const logger = { info: NOTHING, warn: NOTHING, error: NOTHING };
  const telephony = createGenesysTelephony({
    profile: { baseUrl: BASE_URL, userName: 'eta', password: 'secret', session: 'attach' },
    agent: { name: 'Eta' },
    createHttp: () => {
      const cookies = {};
      return {
        request: (request) => server.handle(cookies, request),
        close: () => Promise.resolve(),
      };
    },
    clock,
    random,
    logger,
    listener: {
      onCallEvent: NOTHING,
      onConnection: (state) => onConnected(state === 'connected'),
    },
  });
  telephony.start();
};

interface Envelope {
  readonly url: string;
  readonly messages: Message[];
  onSuccess(messages: readonly Message[]): void;
  onFailure(conduit: undefined, messages: Message[], failure: object): void;
}

class StockTransport implements Transport {
  readonly type = 'long-polling';
  url = '';
  readonly #server: ModeledServer;
  readonly #cookies = {};

  constructor(server: ModeledServer) {
    this.#server = server;
  }

  accept(): boolean {
    return true;
  }

  reset(): void {
    // It has no cookies.
  }

  abort(): void {
    // Never called.
  }

  send(envelope: Envelope): void {
    const request = {
      method: 'POST' as const,
      url: new URL(envelope.url),
      body: JSON.stringify(envelope.messages),
      timeoutMs: 40_000,
    };
    // It has no sign-in of its own, so it is always signed in.
    this.#server.admit(this.#cookies);
    void this.#server.handle(this.#cookies, request).then((outcome) => {
      if (outcome.kind === 'done' && outcome.value.status === 200) {
        envelope.onSuccess(readMessages(outcome.value.text));
      } else envelope.onFailure(undefined, envelope.messages, {});
    });
  }
}

function readMessages(text: string): Message[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isMessage) : [];
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'channel' in value;
}

/** The CometD project's client with its default settings. */
export const startStockAgent: StartAgent = ({ server, clock, onConnected }) => {
  const cometd = createCometD(clock, NOTHING);
  const transport = new StockTransport(server);
  cometd.configure({ url: `${BASE_URL}/api/v2/notifications`, logLevel: 'warn' });
  cometd.registerTransport(transport.type, transport);
  cometd.addListener('/meta/handshake', ({ successful }) => {
    if (successful === true) cometd.subscribe('/v2/me/calls', NOTHING);
  });
  cometd.addListener('/meta/subscribe', ({ successful }) => onConnected(successful === true));
  cometd.addListener('/meta/connect', ({ successful }) => {
    if (successful !== true) onConnected(false);
  });
  cometd.handshake();
};
