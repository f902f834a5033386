import type { ReactNode } from 'react';
import type { Line } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { useLine } from '../../state/window-context';
import { SelectField } from '../../ui/Fields';

interface MediaFieldProps {
  readonly line: Line;
  readonly label: string;
  readonly media: 'greetings' | 'recordings';
  /** The id of the chosen item; empty for the default. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/**
 * A choice of the media that the profile lists for a line's conferences. Renders nothing if there
 * are none.
 */
export function MediaField({ line, label, media, value, onChange }: MediaFieldProps): ReactNode {
  const named = useLine(line)?.start?.[media] ?? [];
  return named.length === 0 ? null : (
    <SelectField
      label={label}
      choices={[
        { value: '', label: en.actions.usual },
        ...named.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
