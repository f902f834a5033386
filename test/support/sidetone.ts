import type { Page } from 'playwright-core';
import { test as base } from 'vitest';
import {
  startSimulator,
  type JournalEntry,
  type Profile,
  type Simulator,
  type SimulatorOptions,
} from '../../simulator/simulator';
import { launchApp, type LaunchOptions, type RunningApp } from './app';
import { startDesktop, type Desktop, type DesktopOptions } from './desktop';
import { eventually } from './eventually';
import { button } from './window';

/** The real app on a separate desktop, connected to the simulator. */
export interface Sidetone {
  readonly app: RunningApp;
  readonly page: Page;
  readonly desktop: Desktop;
  readonly simulator: Simulator;
}

export interface SidetoneOptions {
  readonly simulator?: SimulatorOptions;
  readonly desktop?: DesktopOptions;
  readonly flags?: LaunchOptions['flags'];
  /** The vendors in the profile; all by default. */
  readonly profile?: (profile: Profile, simulator: Simulator) => unknown;
}

export async function startSidetone(
  options: SidetoneOptions = {},
): Promise<Sidetone & { close(): Promise<void> }> {
  const simulator = await startSimulator(options.simulator);
  const desktop = await startDesktop(options.desktop);
  const profile = options.profile ?? ((whole: Profile) => whole);
  const app = await launchApp({
    profile: profile(simulator.profile, simulator),
    environment: desktop.environment,
    ...(options.flags && { flags: options.flags }),
  });
  return {
    app,
    page: app.page,
    desktop,
    simulator,
    close: async () => {
      await app.close();
      await desktop.close();
      await simulator.close();
    },
  };
}

/**
 * A `test` whose tests share one app, started before the first and closed after the last. Calls,
 * TalkSpaces, faults and messages are cleared after each test.
 */
export function testInSidetone(options: SidetoneOptions = {}) {
  return base
    .extend('sidetone', { scope: 'file' }, async ({}, { onCleanup }): Promise<Sidetone> => {
      const sidetone = await startSidetone(options);
      onCleanup(() => sidetone.close());
      return sidetone;
    })
    .extend('tidiness', { auto: true }, ({ sidetone, task, onTestFailed }, { onCleanup }) => {
      onTestFailed(() => sidetone.app.keepEvidence(task.name));
      onCleanup(() => tidyUp(sidetone));
    });
}

async function tidyUp(sidetone: Sidetone): Promise<void> {
  const { simulator, page } = sidetone;
  simulator.clearFaults();
  // A failed test may leave a dialog open, which would block everything behind it.
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  for (const call of simulator.genesys.calls()) simulator.genesys.release(call.id);
  await closeTalkSpaces(sidetone);
  const messages = page.getByRole('button', { name: /^Dismiss: / });
  while ((await messages.count()) > 0) {
    // A message may disappear by itself between the count and the click.
    await messages
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  }
  await waitForRest(sidetone);
}

async function closeTalkSpaces({ page, simulator }: Sidetone): Promise<void> {
  for (const { id, isActive } of simulator.telesocial.conferences()) {
    if (!isActive) continue;
    const card = page.getByRole('region').filter({ hasText: id });
    if ((await card.count()) > 0) await button(card, 'Close TalkSpace').click();
    // After a refused request it may still be open at the service, and would soon be listed again.
    else simulator.telesocial.end(id);
  }
}

/** The calls that have been ended when a test is tidied up after. */
const ENDED_LINES: readonly unknown[] = ['genesys', 'talkspace'];
const TRAY_STATES_OF_CALLS: readonly unknown[] = ['ringing', 'dialing', 'in-call', 'muted', 'held'];

/**
 * Waits until the app knows that the calls are over and the tray shows it. Otherwise the next test might
 * meet a notification or a menu of this one.
 */
async function waitForRest({ app }: Sidetone): Promise<void> {
  await eventually(async () => {
    const trace = await app.trace();
    const calls = new Map(
      trace.filter(({ kind }) => kind === 'call').map((line) => [line.id, line]),
    );
    const open = [...calls.values()].filter(({ state }) => state !== 'ended');
    const tray = trace.filter(({ kind }) => kind === 'tray').at(-1);
    return [
      ...open.filter(({ line }) => ENDED_LINES.includes(line)),
      ...(open.length === 0 && TRAY_STATES_OF_CALLS.includes(tray?.state) ? [tray] : []),
    ];
  }).toEqual([]);
}

/** The requests of an operation since then, oldest first. */
export function requestsOf(
  simulator: Simulator,
  operation: string,
  path = '',
): readonly JournalEntry[] {
  return simulator
    .requests()
    .filter((entry) => entry.operation === operation && entry.path.includes(path));
}
