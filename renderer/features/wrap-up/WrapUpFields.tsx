import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { WrapUp } from '../../../contract/wrap-up';
import { MAX_NOTE } from '../../../contract/wrap-up-limits';
import { useSnapshot } from '../../state/window-context';
import { SelectField, TextArea } from '../../ui/Fields';

interface WrapUpFieldsProps {
  readonly written: WrapUp;
  readonly onWrite: (part: Partial<WrapUp>) => void;
  /** Where the text is saved, or why it was not saved. */
  readonly hint: string;
  readonly mistake?: string | undefined;
}

/** The outcome of a call, and a note about it. */
export function WrapUpFields({ written, onWrite, hint, mistake }: WrapUpFieldsProps): ReactNode {
  const { note, outcome } = written;
  const offered = useSnapshot(({ outcomes }) => outcomes) ?? [];
  // The outcomes in the profile may have changed.
  const outcomes = outcome === '' || offered.includes(outcome) ? offered : [...offered, outcome];
  return (
    <>
      <SelectField
        label={en.wrapUp.outcome}
        choices={['', ...outcomes].map((value) => ({
          value,
          label: value === '' ? en.wrapUp.noOutcome : value,
        }))}
        value={outcome}
        onChange={(chosen) => onWrite({ outcome: chosen })}
      />
      <TextArea
        label={en.wrapUp.note}
        value={note}
        maxLength={MAX_NOTE}
        hint={hint}
        mistake={mistake}
        onChange={(text) => onWrite({ note: text })}
      />
    </>
  );
}
