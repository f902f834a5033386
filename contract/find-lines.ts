import type { LineDescriptor } from './lines';

interface Lines {
  readonly lines: readonly LineDescriptor[];
}

/** The line on which numbers are dialed. */
export function findDialedLine({ lines }: Lines): LineDescriptor | undefined {
  return lines.find(({ canDial }) => canDial);
}

/** Whether telephone calls can be dialed. */
export function canDial(lines: Lines): boolean {
  return findDialedLine(lines) !== undefined;
}

/** The lines whose conferences the agent hosts, several at a time. */
export function listHostedLines({ lines }: Lines): LineDescriptor[] {
  return lines.filter(({ kind, canWatch }) => kind === 'conference' && !canWatch);
}

/** The lines whose conferences are watched from outside, one at a time. */
export function listWatchedLines({ lines }: Lines): LineDescriptor[] {
  return lines.filter(({ kind, canWatch }) => kind === 'conference' && canWatch);
}
