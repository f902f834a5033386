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
 * A `test` whose tests share one app, started before the first and closed after the last. Calls, faults
 * and messages are cleared after each test.
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

async function tidyUp({ simulator, page }: Sidetone): Promise<void> {
  simulator.clearFaults();
  // A failed test may leave a dialog open, which would block everything behind it.
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  for (const call of simulator.genesys.calls()) simulator.genesys.release(call.id);
  const messages = page.getByRole('button', { name: /^Dismiss: / });
  while ((await messages.count()) > 0) {
    // A message may disappear by itself between the count and the click.
    await messages
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  }
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
