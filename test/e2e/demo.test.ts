import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { traceLineSchema } from '../../main/journal/trace-schema';
import type { TraceLine } from '../support/app';
import { PROJECT_ROOT } from '../support/electron';
import { testInFolder as test } from '../support/temporary-folder';

/** Timeout. The scenario takes about a minute, and several on a busy computer. */
const LIMIT_MS = 300_000;

test(
  'npm start without a display plays the demo to its end, prints its trace and saves pictures',
  { timeout: LIMIT_MS },
  async ({ folder }) => {
    const startedAt = Date.now();
    const child = spawn(process.execPath, [join(PROJECT_ROOT, 'scripts', 'start.mjs')], {
      env: {
        ...process.env,
        DISPLAY: undefined,
        WAYLAND_DISPLAY: undefined,
        DBUS_SESSION_BUS_ADDRESS: undefined,
        HOME: folder,
        // A new home folder, with the downloads of earlier runs.
        XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    expect(exitCode, complaints).toBe(0);

    const trace: TraceLine[] = printed
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => traceLineSchema.parse(JSON.parse(line)));
    expect(trace[0]).toMatchObject({ v: 1, kind: 'start' });
    const genesys = trace.filter(({ kind, line }) => kind === 'call' && line === 'genesys');
    expect(genesys).toContainEqual(expect.objectContaining({ state: 'established' }));
    for (const muted of [true, false]) {
      expect(genesys).toContainEqual(expect.objectContaining({ state: 'established', muted }));
    }
    for (const held of [true, false]) {
      expect(genesys).toContainEqual(expect.objectContaining({ held }));
    }
    const twilio = trace.filter(({ kind, line }) => kind === 'call' && line === 'twilio');
    for (const state of ['established', 'ended']) {
      expect(twilio).toContainEqual(expect.objectContaining({ state }));
    }
    const rosters = trace.filter(({ kind }) => kind === 'participants');
    expect(rosters).toContainEqual(expect.objectContaining({ joined: ['**002'] }));
    expect(rosters).toContainEqual(expect.objectContaining({ left: ['**002'] }));
    for (const action of [
      'mute',
      'unmute',
      'hold',
      'retrieve',
      'start-talkspace',
      'close-talkspace',
      'remove-participant',
      'delete-call',
    ]) {
      expect(trace).toContainEqual(
        expect.objectContaining({ kind: 'command', action, outcome: 'confirmed' }),
      );
    }
    expect(trace.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual(
      [],
    );

    const pictures = join(PROJECT_ROOT, 'out', 'demo');
    const names = (await readdir(pictures)).filter((name) => name.endsWith('.png'));
    expect(names).toEqual(
      expect.arrayContaining([
        'ringing.png',
        'established.png',
        'somebody-joined.png',
        'somebody-left.png',
        'muted.png',
        'held.png',
        'talkspace.png',
        'talkspace-closed.png',
        'participant-removed.png',
        'recording-marked-for-deletion.png',
        'ended.png',
      ]),
    );
    expect(names).not.toContain('failed.png');
    for (const name of names) {
      const { size, mtimeMs } = await stat(join(pictures, name));
      expect(size).toBeGreaterThan(5_000);
      expect(mtimeMs).toBeGreaterThan(startedAt);
    }
  },
);
