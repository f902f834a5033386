import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { DeletionMark } from '../recording/DeletionMark';
import { StaleMark } from './StaleMark';

/** Marks besides the state of the call. */
export function CallNotes({ call }: { readonly call: Call }): ReactNode {
  return (
    <>
      {call.deletion !== undefined && (
        <p>
          <DeletionMark call={call} />
        </p>
      )}
      <StaleMark call={call} />
    </>
  );
}
