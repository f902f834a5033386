import type { LineDescriptor } from './lines';

interface Lines {
  readonly lines: readonly LineDescriptor[];
}

/** The descriptor of a line of the profile. */
export function findLine({ lines }: Lines, line: string): LineDescriptor | undefined {
  return lines.find((descriptor) => descriptor.line === line);
}

/** The descriptor of a line, such as a call's. A line without a descriptor offers nothing. */
export function descriptorOf(lines: Lines, line: string): LineDescriptor {
  return findLine(lines, line) ?? describeUnknown(line);
}

function describeUnknown(line: string): LineDescriptor {
  return {
    line,
    vendor: line,
    kind: 'conference',
    addressing: 'number',
    participantIdentity: 'id',
    requiresConnection: false,
    callActions: [],
    participantActions: [],
    canDial: false,
    canWatch: false,
  };
}
