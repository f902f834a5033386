import { Fragment, type ReactNode } from 'react';
import { splitAtNumbers } from '../../contract/numbers-in-text';

/** A text in which every number stays on one line and reads from left to right, in any context. */
export function WithNumbers({ text }: { readonly text: string }): ReactNode {
  const parts = splitAtNumbers(text);
  if (!parts.some(({ isNumber }) => isNumber)) return text;
  return (
    // One element, so that it is also one item where the text is a part of a row.
    <span>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part.isNumber ? <bdi dir="ltr">{part.text}</bdi> : part.text}
        </Fragment>
      ))}
    </span>
  );
}
