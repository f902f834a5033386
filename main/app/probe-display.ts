import { Worker } from 'node:worker_threads';

/** If a display takes longer, the decision is left to Chromium. In ms. */
const TIMEOUT_MS = 3_000;

/** The result that the worker writes for the main thread; 0 until then. */
const ACCEPTED = 1;
const REFUSED = 2;

/**
 * Begins an X11 connection without credentials: byte order, version 11.0, no authorization (X
 * Window System Protocol, chapter 8). The first byte of the answer is 1 if it is accepted. Runs as
 * a separate script, so it imports nothing.
 */
const SCRIPT = `
  const { workerData } = require('node:worker_threads');
  const { connect } = require('node:net');
  const answer = new Int32Array(workerData.buffer);
  const settle = (isAccepted) => {
    // The first result counts: a server may close the connection after it was accepted.
    Atomics.compareExchange(answer, 0, 0, isAccepted ? ${ACCEPTED} : ${REFUSED});
    Atomics.notify(answer, 0);
  };
  const socket = connect(workerData.path);
  socket.on('error', () => settle(false));
  socket.on('close', () => settle(false));
  socket.on('connect', () => {
    if (workerData.hasCredentials) settle(true);
    else socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  });
  socket.on('data', (data) => settle(data[0] === 1));
`;

/**
 * Whether an X server accepts a connection at this socket; true if it does not say. Blocks until it
 * answers: Chromium connects as soon as our first script ends, and crashes if it is refused. If
 * credentials are needed, only the presence of the server is checked.
 */
export function acceptsConnection(
  path: string,
  hasCredentials: boolean,
  timeoutMs = TIMEOUT_MS,
): boolean {
  const buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const answer = new Int32Array(buffer);
  const worker = new Worker(SCRIPT, { eval: true, workerData: { buffer, path, hasCredentials } });
  // A worker that cannot start writes no result.
  worker.on('error', () => undefined);
  Atomics.wait(answer, 0, 0, timeoutMs);
  void worker.terminate();
  return answer[0] !== REFUSED;
}
