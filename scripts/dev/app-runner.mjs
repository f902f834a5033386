import { spawn } from 'node:child_process';
import { exitCodeOf } from '../setup/run.mjs';

/** @typedef {{ restart: () => void, ended: Promise<number> }} AppRunner */

/**
 * Runs the app in the foreground. `restart` waits for the running app to exit, because otherwise the new one
 * would count as a second launch.
 *
 * @param {string} executable
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} env
 * @returns {AppRunner} `ended`: the exit code, if the app exits by itself
 */
export function startAppRunner(executable, parameters, env) {
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  let isRestarting = false;
  /** @type {(code: number) => void} */
  let end = () => undefined;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => (end = resolve));
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);

  function start() {
    isRestarting = false;
    child = spawn(executable, parameters, { stdio: 'inherit', env });
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      leave(127);
    });
    child.once('close', (code, signal) => {
      if (isRestarting) start();
      else leave(exitCodeOf(code, signal));
    });
  }

  /** @param {number} code */
  function leave(code) {
    for (const signal of signals) process.off(signal, pass);
    end(code);
  }

  start();
  return {
    ended,
    restart: () => {
      isRestarting = true;
      child.kill();
    },
  };
}
