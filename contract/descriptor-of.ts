import type { LineDescriptor } from './lines';

/** The descriptor of a line, such as a call's. A line that nobody describes offers nothing. */
export function descriptorOf(
  { lines }: { readonly lines: readonly LineDescriptor[] },
  line: string,
): LineDescriptor {
  return lines.find((descriptor) => descriptor.line === line) ?? describeUnknown(line);
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
