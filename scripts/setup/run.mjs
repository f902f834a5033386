import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ScriptError } from './say.mjs';

/** The exit code by which a shell reports how a child ended: its own, or 128 + the signal. */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/**
 * Runs a command to its end and collects its output. Never throws for a failing command: a command
 * that cannot be started has exit code 127.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function run(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    child.stderr?.on('data', (chunk) => (stderr += chunk));
    child.once('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.once('close', (code, signal) => {
      resolve({ code: exitCodeOf(code, signal), stdout, stderr });
    });
  });
}

/** Runs a command that has to succeed and gives its standard output; throws with what it said. */
export async function runOrFail(command, parameters, options) {
  const { code, stdout, stderr } = await run(command, parameters, options);
  if (code === 0) return stdout;
  const said = (stderr.trim() || stdout.trim()).split('\n').slice(-15).join('\n');
  throw new ScriptError(`${command} ${parameters.join(' ')} failed (exit code ${code}):\n${said}`);
}

/** Runs npm by the very program that runs this script, when npm started it. */
export function runNpm(parameters, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runOrFail(process.execPath, [npm, ...parameters], options);
  // On Windows npm is a batch file, which only a shell starts; the parameters are our own words.
  return runOrFail('npm', parameters, { ...options, shell: process.platform === 'win32' });
}
