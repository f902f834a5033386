import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ScriptError } from './say.mjs';

/**
 * The exit code that a shell would report for a child: its own, or 128 + the signal.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/**
 * Runs a command to its end and collects its output. Does not throw if the command fails: one that cannot
 * be started has exit code 127.
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

/**
 * Runs a command and returns its standard output; throws with its output if it fails.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runOrFail(command, parameters, options) {
  const { code, stdout, stderr } = await run(command, parameters, options);
  if (code === 0) return stdout;
  const output = (stderr.trim() || stdout.trim()).split('\n').slice(-15).join('\n');
  throw new ScriptError(
    `${command} ${parameters.join(' ')} failed (exit code ${code}):\n${output}`,
  );
}

/**
 * Runs npm: the one that started this script, if any.
 *
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNpm(parameters, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runOrFail(process.execPath, [npm, ...parameters], options);
  // On Windows, npm is a batch file that needs a shell; the parameters are constants.
  return runOrFail('npm', parameters, { ...options, shell: process.platform === 'win32' });
}
