/** The part of faye 1.4 that the tests use; the package has no typings. */
declare module 'faye' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface BayeuxMessage {
    channel: string;
    error?: string;
    data?: unknown;
  }

  export class NodeAdapter {
    /** `timeout`: how long a poll is held, in seconds. */
    constructor(options: { mount: string; timeout: number });
    handle(request: IncomingMessage, response: ServerResponse): void;
    addExtension(extension: {
      /** `request` is null for the server's own client. */
      incoming(
        message: BayeuxMessage,
        request: IncomingMessage | null,
        callback: (message: BayeuxMessage) => void,
      ): void;
    }): void;
    getClient(): { publish(channel: string, data: unknown): PromiseLike<unknown> };
    close(): void;
  }
}
