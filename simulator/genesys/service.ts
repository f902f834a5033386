import { z } from 'zod';
import type { FaultBook } from '../faults/fault-book';
import {
  segmentsAfter,
  type RawExchange,
  type Reply,
  type VendorRequest,
  type VendorService,
} from '../http/exchange';
import type { Timers } from '../timers';
import type { GenesysOptions, Profile } from '../types';
import { CallBook, type Call, type NotificationType } from './call-book';
import type { AgentState } from './device';
import { missing, okReply, refusalReply, StatusCode, type Refusal } from './envelope';
import { Notifications } from './notifications';
import { parseOperation, type Plan } from './operation-plan';
import { planDeviceOperation, planOperation } from './operations';
import { deviceOf, readResource } from './reads';
import { HttpSessions, type HttpSession } from './sessions';

interface GenesysParts {
  options: GenesysOptions;
  profile: Profile;
  faults: FaultBook;
  timers: Timers;
  now: () => number;
  onSubscribe: () => void;
  /** Called after each change of a call. */
  onCallChange: (call: Call) => void;
}

const PREFIX = '/api/v2';
const NOTIFICATIONS = `${PREFIX}/notifications`;

const operationNameSchema = z.object({ operationName: z.string() });
const startSchema = z.object({ channels: z.array(z.string()).min(1) });

/** Only these kinds of notification contain the switch's extensions. */
const WITH_EXTENSIONS = new Set<NotificationType>([
  'StatusChange',
  'ParticipantsUpdated',
  'DtmfSent',
]);

const NOT_FOUND: Refusal = {
  statusCode: StatusCode.notFound,
  statusMessage: 'Resource not found.',
};

/** Genesys Web Services API v2: `/api/v2`. */
export class GenesysService implements VendorService {
  readonly vendor = 'genesys';
  readonly book: CallBook;
  readonly #parts: GenesysParts;
  readonly #sessions: HttpSessions;
  readonly #notifications: Notifications;
  #agentState: AgentState = 'Ready';
  #operations = 0;

  constructor(parts: GenesysParts) {
    this.#parts = parts;
    const { options, now } = parts;
    this.#sessions = new HttpSessions({
      userName: parts.profile.genesys.userName,
      password: parts.profile.genesys.password,
      sessionSeconds: options.sessionSeconds,
      now,
    });
    this.#notifications = new Notifications(parts);
    this.book = new CallBook({
      options,
      extension: parts.profile.agent.extension,
      externalOrigin: () => this.#origin(),
      now,
      onChange: (call, type) => this.#announceCall(call, type),
    });
  }

  /** Whether a client is subscribed to notifications. */
  get hasSubscribers(): boolean {
    return this.#notifications.hasSubscribers;
  }

  owns(path: string): boolean {
    return path === PREFIX || path.startsWith(`${PREFIX}/`);
  }

  operationOf(request: VendorRequest): string {
    if (request.path.startsWith(NOTIFICATIONS)) {
      return Notifications.operationOf(request);
    }
    const body = operationNameSchema.safeParse(request.json);
    return body.success ? body.data.operationName : `${request.method} ${request.path}`;
  }

  handle(request: VendorRequest, raw: RawExchange): Reply | undefined {
    const authenticated = this.#sessions.authenticate(request);
    if (authenticated === undefined) {
      return refusalReply({
        statusCode: StatusCode.notAuthenticated,
        statusMessage: 'Access denied',
      });
    }
    const { session, cookies } = authenticated;
    const reply = this.#handleFor(session, cookies, request, raw);
    if (reply === undefined) {
      return undefined;
    }
    const headers: Record<string, string | string[]> = { ...reply.headers };
    if (request.method === 'GET' && this.#parts.options.hasCsrf) {
      headers['X-CSRF-HEADER'] = 'X-CSRF-TOKEN';
      headers['X-CSRF-TOKEN'] = session.csrfToken;
    }
    if (cookies.length > 0) {
      headers['Set-Cookie'] = cookies;
    }
    return { ...reply, headers };
  }

  refuseForRate(): Reply {
    return { status: 429, headers: { 'Retry-After': '1' } };
  }

  expireSession(): void {
    this.#sessions.endAll();
  }

  loseBayeuxSession(): void {
    this.#notifications.loseSessions();
  }

  /** Lets the party of a dialing call answer after the configured time. */
  awaitRemoteAnswer(call: Call): void {
    const { remoteAnswerDelay } = this.#parts.options;
    if (remoteAnswerDelay !== null) {
      this.#parts.timers.after(remoteAnswerDelay, () => {
        if (this.book.isGoingOn(call) && call.state === 'Dialing') {
          this.book.establish(call);
        }
      });
    }
  }

  /** Removes all calls and sessions. */
  reset(): void {
    this.book.clear();
    this.#agentState = 'Ready';
    this.#sessions.endAll();
    this.#notifications.loseSessions();
  }

  close(): void {
    this.#notifications.close();
  }

  #origin(): string {
    return this.#parts.options.externalOrigin ?? this.#parts.profile.genesys.baseUrl;
  }

  #handleFor(
    session: HttpSession,
    cookies: string[],
    request: VendorRequest,
    raw: RawExchange,
  ): Reply | undefined {
    const { hasCsrf } = this.#parts.options;
    if (
      hasCsrf &&
      request.method !== 'GET' &&
      request.headers['x-csrf-token'] !== session.csrfToken
    ) {
      return {
        status: 403,
        headers: { 'Content-Type': 'text/plain' },
        body: 'Missing or invalid Csrf token',
      };
    }
    if (request.path.startsWith(NOTIFICATIONS)) {
      return this.#notifications.handle(request, raw, cookies);
    }
    const segments = segmentsAfter(PREFIX, request.path) ?? [];
    const reply =
      request.method === 'GET'
        ? readResource(this.#readContext(), segments, request.query)
        : request.method === 'POST'
          ? this.#act(segments, session, request.json)
          : undefined;
    return reply ?? refusalReply(NOT_FOUND);
  }

  #act([area, kind, id, list]: string[], session: HttpSession, body: unknown): Reply | undefined {
    if (area !== 'me') {
      return undefined;
    }
    const parsed = parseOperation(body);
    if ('refusal' in parsed) {
      return refusalReply(parsed.refusal);
    }
    const { operationName } = parsed.parameters;
    if (kind === undefined) {
      return this.#actOnSession(operationName, session, body);
    }
    if (kind === 'calls' && id !== undefined) {
      const call = this.book.find(id);
      return call === undefined
        ? undefined
        : this.#carryOut(planOperation(this.#operationContext(), call, parsed.parameters), call);
    }
    if (kind === 'devices' && list === 'calls' && id === this.#parts.options.deviceId) {
      return this.#carryOut(planDeviceOperation(this.#operationContext(), parsed.parameters));
    }
    return undefined;
  }

  #readContext() {
    return {
      ...this.#parts,
      book: this.book,
      agentState: this.#agentState,
      origin: this.#origin(),
    };
  }

  #operationContext() {
    return {
      book: this.book,
      awaitRemoteAnswer: (call: Call) => this.awaitRemoteAnswer(call),
      now: this.#parts.now,
    };
  }

  #actOnSession(operationName: string, session: HttpSession, body: unknown): Reply {
    switch (operationName) {
      case 'StartContactCenterSession':
        if (!startSchema.safeParse(body).success) {
          return refusalReply(missing('channels'));
        }
        return this.#carryOut({
          effect: () => {
            this.#setAgentState('LoggedIn');
            this.#setAgentState('Ready');
          },
        });
      case 'EndContactCenterSession':
        this.#setAgentState('LoggedOut');
        this.#sessions.end(session);
        return okReply();
      default:
        return refusalReply({
          statusCode: StatusCode.forbidden,
          statusMessage: `Operation '${operationName}' is not allowed for the user.`,
        });
    }
  }

  /**
   * Accepts an operation and applies its effect just before or after the answer: the vendor's notification can
   * overtake the answer to the request that caused it.
   */
  #carryOut(plan: Plan, call?: Call): Reply {
    if ('refusal' in plan) {
      return refusalReply(plan.refusal);
    }
    const { effect, effectDelay } = this.#parts.options;
    this.#operations += 1;
    const isBefore = effect === 'before' || (effect === 'alternate' && this.#operations % 2 === 0);
    if (isBefore) {
      plan.effect();
      return { ...okReply(), delay: effectDelay };
    }
    this.#parts.timers.after(effectDelay, () => {
      // The call may have ended since the operation was accepted.
      if (call === undefined || this.book.isGoingOn(call)) {
        plan.effect();
      }
    });
    return okReply();
  }

  #setAgentState(state: AgentState): void {
    this.#agentState = state;
    this.#notifications.publish('/v2/me/devices', 'DeviceStateChangeMessage', {
      devices: [deviceOf(this.#readContext())],
      messageType: 'DeviceStateChangeMessage',
    });
  }

  #announceCall(call: Call, notificationType: NotificationType): void {
    this.#notifications.publish('/v2/me/calls', notificationType, {
      notificationType,
      call: this.book.resource(call),
      phoneNumber: this.#parts.profile.agent.extension,
      ...(WITH_EXTENSIONS.has(notificationType) ? { extensions: { BusinessCall: 0 } } : {}),
      messageType: 'CallStateChangeMessage',
    });
    this.#parts.onCallChange(call);
  }
}
