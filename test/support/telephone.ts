import type { Locator } from 'playwright-core';
import type { Fault } from '../../simulator/faults/schema';
import type { CallSpec } from '../../simulator/genesys/types';
import type { Change } from './journal';
import type { Sidetone } from './sidetone';
import { button, currentCall, form } from './window';

/** A telephone call that the window shows. */
export interface ShownCall {
  /** The vendor's ID. */
  readonly id: string;
  readonly region: Locator;
}

/** Starts a call, answered by default, and waits until the window shows it as the current one. */
export async function showCall(
  { page, simulator }: Pick<Sidetone, 'page' | 'simulator'>,
  spec: CallSpec,
): Promise<ShownCall> {
  const { id } = simulator.genesys.arrive({ state: 'Established', ...spec });
  const parties = [spec, ...(spec.others ?? [])].map(
    (party) => party.formatted ?? ('from' in party ? party.from : party.number),
  );
  const region = currentCall(page);
  await region.getByRole('heading', { name: parties.join(', '), exact: true }).waitFor();
  return { id, region };
}

/** Presses a button of the current call that asks for a number, types one and presses `answer`. */
export async function askForNumber(
  { page }: Pick<Sidetone, 'page'>,
  opener: 'Add' | 'Transfer',
  number: string,
  answer: string,
): Promise<void> {
  await button(currentCall(page), opener).click();
  const prompt = form(page, opener === 'Add' ? 'Add somebody' : 'Transfer the call');
  await prompt.getByRole('combobox', { name: 'Number', exact: true }).fill(number);
  await button(prompt, answer).click();
  await prompt.waitFor({ state: 'detached' });
}

export async function dialNumber({ page }: Pick<Sidetone, 'page'>, number: string): Promise<void> {
  await button(page, 'Dial').click();
  const dialing = form(page, 'Dial a number');
  await dialing.getByRole('combobox', { name: 'Number', exact: true }).fill(number);
  await button(dialing, 'Dial').click();
  await dialing.waitFor({ state: 'detached' });
}

/** Makes Genesys refuse the next request of an operation, with its own message. */
export function refusal(operation: string, statusCode: number, statusMessage: string): Fault {
  return {
    match: { vendor: 'genesys', operation },
    times: 1,
    effect: {
      kind: 'status',
      status: 500,
      body: JSON.stringify({ statusCode, statusMessage }),
      contentType: 'application/json',
    },
  };
}

/** The single request of an operation on a call. */
export function onCall(
  id: string,
  operationName: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Change {
  return {
    request: `POST /api/v2/me/calls/${id}`,
    parameters: { operationName, ...parameters },
  };
}
