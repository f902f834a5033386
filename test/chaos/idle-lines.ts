import type { Vendor } from '../../contract/vendors';
import type { CallStore } from '../../main/calls/store';
import type { FastTime } from './fast-time';

type Line = 'genesys' | 'talkspace' | 'conference' | 'twilio';

/** Checks that no line is shown as connected without being fetched. */
export interface IdleLines {
  /** Reports that an answer with this vendor's state has been processed. */
  noteRefresh(vendor: Vendor): void;
  /** Ends the check. Returns descriptions of what was found. */
  stop(): string[];
}

const CHECK_MS = 500;
/** The watchdog's limit in docs/reliability.md plus a tolerance. */
const TOLERANCE_MS = 12_000 + 3_000;
const PROMISED_MS = 3_600;
const NO_CALL_MS = 30_000;
const SHARED_MS = 2_000;
const LINES: readonly (readonly [Line, Vendor])[] = [
  ['genesys', 'genesys'],
  ['talkspace', 'telesocial'],
  ['conference', 'bandwidth'],
  ['twilio', 'twilio'],
];

export function watchIdleLines(store: CallStore, time: FastTime): IdleLines {
  const readAt = new Map<Vendor, number>();
  /** Since when each line has been connected, with or without calls. */
  const since = new Map<Line, { readonly key: string; readonly at: number }>();
  const found = new Map<Line, string>();

  function check(): void {
    const { calls, connections } = store.getState();
    for (const [line, vendor] of LINES) {
      const open = [...calls.known.values()].filter(
        (call) => call.line === line && call.state !== 'ended',
      ).length;
      const key = `${connections.get(vendor)?.state ?? ''} ${open > 0 ? 'in call' : 'no call'}`;
      if (since.get(line)?.key !== key) since.set(line, { key, at: time.now() });
      const isPromised = key.startsWith('connected') && (open > 0 || line === 'genesys');
      if (!isPromised) continue;
      const promised =
        open === 0 ? NO_CALL_MS : PROMISED_MS + (open - 1) * (line === 'talkspace' ? SHARED_MS : 0);
      const from = Math.max(readAt.get(vendor) ?? 0, since.get(line)?.at ?? 0);
      const silence = time.now() - from;
      if (silence > promised + TOLERANCE_MS) {
        found.set(line, `${line}: connected, and not fetched for ${Math.round(silence)} ms`);
      }
    }
    cancel = time.after(CHECK_MS, check);
  }

  let cancel = time.after(CHECK_MS, check);
  return {
    noteRefresh: (vendor) => void readAt.set(vendor, time.now()),
    stop() {
      cancel();
      return [...found.values()];
    },
  };
}
