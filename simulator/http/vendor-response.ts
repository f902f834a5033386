import { ServerResponse } from 'node:http';

/** How an answer is damaged on its way out, after the operation. */
export type AnswerDamage = 'cut-inside' | 'cut-after' | 'truncated';

/**
 * A response that faults can damage. Every answer, even the CometD library's, goes through `end`, so that
 * faults affect all services alike.
 */
export class VendorResponse extends ServerResponse {
  damage: AnswerDamage | undefined;
  /** Cookies to set in addition to the CometD library's. */
  cookies: string[] = [];
  /** Called once when the answer ends: its status, and whether it was sent completely. */
  onEnd: ((status: number | undefined, isComplete: boolean) => void) | undefined;

  override end(callback?: () => void): this;
  override end(chunk: unknown, callback?: () => void): this;
  override end(chunk: unknown, encoding: BufferEncoding, callback?: () => void): this;
  override end(chunk?: unknown): this {
    const body = Buffer.from(typeof chunk === 'string' ? chunk : '', 'utf8');
    if (this.cookies.length > 0 && !this.headersSent) {
      this.appendCookies();
    }
    const isGone = this.socket === null || this.socket.destroyed;
    this.onEnd?.(
      this.damage === 'cut-after' ? undefined : this.statusCode,
      !isGone && !this.damage,
    );
    this.onEnd = undefined;
    const half = body.subarray(0, Math.floor(body.length / 2));
    switch (this.damage) {
      case 'cut-after':
        this.socket?.destroy();
        return this;
      case 'cut-inside':
        this.setHeader('Content-Length', body.length + 1);
        this.write(half, () => this.socket?.destroy());
        return this;
      case 'truncated':
        this.setHeader('Content-Length', half.length);
        return super.end(half);
      case undefined:
        this.setHeader('Content-Length', body.length);
        return super.end(body);
    }
  }

  private appendCookies(): void {
    const present = this.getHeader('Set-Cookie');
    const list = Array.isArray(present) ? present : present === undefined ? [] : [String(present)];
    this.setHeader('Set-Cookie', [...list, ...this.cookies]);
  }
}
