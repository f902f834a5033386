import { spawn } from 'node:child_process';
import { exitCodeOf } from '../setup/run.mjs';

/**
 * Runs a command in the foreground: it shares the terminal and receives this process's signals. Returns
 * its exit code.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runForeground(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: 'inherit', ...options });
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    const leave = () => signals.forEach((signal) => process.off(signal, pass));
    child.once('error', (error) => {
      leave();
      reject(error);
    });
    child.once('close', (code, signal) => {
      leave();
      resolve(exitCodeOf(code, signal));
    });
  });
}

/**
 * Starts a daemon that other programs need (a display, a message bus) and waits for the line
 * that reports it is ready.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {number} descriptor the file descriptor of that line
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ line: string, stop: () => Promise<void> }>}
 */
export function startDaemon(command, parameters, descriptor, env = process.env) {
  // In a separate process group: Ctrl-C is for the app, which needs its display to exit properly.
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'pipe', 'ignore', 'pipe'];
  const child = spawn(command, parameters, { stdio, env, detached: true });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const kill = () => child.kill();
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await closed;
  };
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdio[descriptor]?.on('data', (chunk) => {
      output += chunk;
      const [line, rest] = output.split('\n', 2);
      if (line !== undefined && rest !== undefined) resolve({ line, stop });
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`${command} ended with exit code ${code}`)));
  });
}
