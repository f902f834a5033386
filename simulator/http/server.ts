import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { FaultBook } from '../faults/fault-book';
import type { Timers } from '../timers';
import type { Reply, VendorRequest, VendorService } from './exchange';
import type { RequestJournal } from './journal';
import { readRequest } from './read-request';
import { VendorResponse } from './vendor-response';

interface ServerParts {
  services: VendorService[];
  /** Answers requests that belong to no vendor, which control the simulator. */
  handleControlRequest: (request: VendorRequest) => Reply;
  journal: RequestJournal;
  faults: FaultBook;
  /** Of requests that a fault delays; those that are stopped are cut, and nothing is done. */
  requestTimers: Timers;
  answerTimers: Timers;
  now: () => number;
}

function send(response: VendorResponse, reply: Reply): void {
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    response.setHeader(name, value);
  }
  response.end(reply.body ?? '');
}

const GARBAGE: Reply = {
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: '\u0000{"statusCode":0,,<!',
};

function htmlPage(status: number): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html><head><title>Gateway</title></head><body>Please sign in.</body></html>',
  };
}

/** Passes a vendor request through the journal, the faults and the vendor's service. */
function serve(
  parts: ServerParts,
  service: VendorService,
  request: VendorRequest,
  message: IncomingMessage,
  response: VendorResponse,
): void {
  const operation = service.operationOf(request);
  const entry = parts.journal.record(service.vendor, operation, request, parts.now());
  response.onEnd = (status, isComplete) => {
    entry.status = status;
    entry.answered = isComplete;
  };
  const effects = parts.faults.strikeRequest(entry);
  const delay = effects.reduce(
    (sum, effect) => sum + (effect.kind === 'delay' ? effect.milliseconds : 0),
    0,
  );
  const effect = effects.find(({ kind }) => kind !== 'delay');
  const proceed = (): void => {
    switch (effect?.kind) {
      case 'cut':
        if (effect.when === 'before') {
          response.socket?.destroy();
          return;
        }
        response.damage = effect.when === 'inside' ? 'cut-inside' : 'cut-after';
        break;
      case 'truncated-body':
        response.damage = 'truncated';
        break;
      case 'status':
        send(response, {
          status: effect.status,
          headers: { 'Content-Type': effect.contentType ?? 'application/json' },
          body: effect.body ?? '',
        });
        return;
      case 'garbage-body':
        send(response, GARBAGE);
        return;
      case 'html-body':
        send(response, htmlPage(effect.status ?? 200));
        return;
      case 'rate-limit':
        send(response, service.refuseForRate(request));
        return;
      case 'expired-session':
        service.expireSession();
        break;
      case 'delay':
      case undefined:
        break;
    }
    const reply = service.handle(request, { request: message, response });
    if (reply?.delay !== undefined) {
      parts.answerTimers.after(reply.delay, () => send(response, reply));
    } else if (reply !== undefined) {
      send(response, reply);
    }
  };
  if (delay > 0) {
    parts.requestTimers.after(delay, proceed, () => response.socket?.destroy());
  } else {
    proceed();
  }
}

async function answer(
  parts: ServerParts,
  message: IncomingMessage,
  response: VendorResponse,
): Promise<void> {
  const request = await readRequest(message);
  if (request === undefined) {
    send(response, { status: 413 });
    return;
  }
  const service = parts.services.find((candidate) => candidate.owns(request.path));
  if (service === undefined) {
    send(response, parts.handleControlRequest(request));
  } else {
    serve(parts, service, request, message, response);
  }
}

/** Makes the HTTP server; the caller lets it listen. */
export function createVendorServer(
  parts: ServerParts,
): Server<typeof IncomingMessage, typeof VendorResponse> {
  const server = createServer({ ServerResponse: VendorResponse }, (message, response) => {
    response.setHeader('Date', new Date(parts.now()).toUTCString());
    answer(parts, message, response).catch((failure: unknown) => {
      if (message.destroyed && !message.complete) {
        // The client disconnected while sending, so nobody awaits an answer.
        response.destroy();
        return;
      }
      send(response, { status: 500, body: `The simulator failed: ${String(failure)}` });
    });
  });
  // Longer than clients keep idle connections, so that none is closed just as it is reused.
  server.keepAliveTimeout = 65_000;
  return server;
}
