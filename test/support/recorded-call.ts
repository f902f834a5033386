import type { Locator, Page } from 'playwright-core';
import { chooseMore } from './call-panel';
import { followChanges, type Change } from './journal';
import { requestsOf, type Sidetone } from './sidetone';
import { currentCall, form } from './window';

/** An answered telephone call that is being recorded, and the requests to the recorder since. */
export interface RecordedCall {
  readonly id: string;
  readonly callUuid: string;
  /** The recorder's ID of the recording. */
  readonly recordingId: string;
  readonly changes: () => readonly Change[];
}

export async function startRecordedCall(
  { page, simulator }: Sidetone,
  from: string,
): Promise<RecordedCall> {
  const { id, callUuid } = simulator.genesys.arrive({ from, state: 'Established' });
  await currentCall(page).getByRole('heading', { name: from, exact: true }).waitFor();
  const recording = simulator.verba.recordings().find(({ nativeId }) => nativeId === callUuid)!;
  return {
    id,
    callUuid,
    recordingId: recording.callId,
    changes: followChanges(simulator, 'verba'),
  };
}

/**
 * The lookups of a recording, by the parameter that selects it. After a deletion the app looks it up
 * again for half a minute, so lookups of an earlier test's call may be among all others.
 */
export function lookUpsOf(
  { simulator }: Sidetone,
  selector: { readonly nativeID: string } | { readonly callID: string },
): ReturnType<typeof requestsOf> {
  const [[name, value]] = Object.entries(selector) as [[string, string]];
  return requestsOf(simulator, 'GetCallInformation').filter(({ query }) => query[name] === value);
}

/** A request that changes a recording, as it is sent to the recorder. */
export function recorderChange(
  { simulator }: Sidetone,
  parameters: Readonly<Record<string, string>>,
): unknown {
  const { apiKey } = simulator.profile.verba;
  return {
    request: 'POST /verba/api',
    parameters: { apiKey, token: tokenOf(simulator), responseType: 'XML', ...parameters },
  };
}

/** The token in the last request to the recorder. */
function tokenOf(simulator: Sidetone['simulator']): string | undefined {
  const tokens = simulator.requests().flatMap(({ query }) => query.token ?? []);
  return tokens.at(-1);
}

/** Opens the recordings of the current call. */
export async function openRecording(page: Page): Promise<Locator> {
  await chooseMore(page, 'Recording details');
  const shown = form(page, 'Recording of this call');
  await shown.waitFor();
  return shown;
}

/** The start of a recording as the window shows it: to the second. */
export function shownStart({ startTime }: { readonly startTime: string }): string {
  return startTime.slice(0, 'YYYY-MM-DD hh:mm:ss'.length);
}

/** The row of an ended call. */
export function lastCall(page: Page, name: string): Locator {
  return page
    .getByRole('list', { name: 'Last calls', exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });
}

/** The value next to a term, such as the caller. */
export function fact(scope: Locator, term: string): Locator {
  return scope.locator(`dt:text-is("${term}") + dd`);
}
