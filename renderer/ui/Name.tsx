import { Fragment, type ReactNode } from 'react';
import type { Call } from '../../contract/call-model';
import type { NameList } from '../../contract/call-names';
import { en } from '../../contract/locale/en';
import { isNumber } from '../../contract/numbers-in-text';
import { removeIsolates } from '../../contract/text';
import { WithNumbers } from './Numbers';

/**
 * A name, a number or other remote text, isolated so that it does not affect the direction of the
 * surrounding text.
 */
export function Name({ text }: { readonly text: string }): ReactNode {
  return isNumber(text) ? (
    <bdi dir="ltr">{text}</bdi>
  ) : (
    <bdi>
      <WithNumbers text={text} />
    </bdi>
  );
}

export function Names({ list }: { readonly list: NameList }): ReactNode {
  const names = list.names.map((name, index) => (
    <Fragment key={index}>
      {index > 0 && ', '}
      <Name text={name} />
    </Fragment>
  ));
  return list.more === 0 ? (
    names
  ) : (
    <Sentence text={en.window.someParties} values={{ names, count: list.more }} />
  );
}

interface NamesInProps {
  readonly text: string;
  /** The names that the text may begin with, in this order. */
  readonly names: readonly string[];
}

/** A text that is a list of names, each of them isolated, or a single name. */
function NamesIn({ text, names }: NamesInProps): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const name of names) {
    const start = text.indexOf(name, end);
    if (start === -1 || (end === 0 && start > 0)) break;
    parts.push(text.slice(end, start), <Name key={parts.length} text={name} />);
    end = start + name.length;
  }
  return end === 0 ? <Name text={text} /> : [...parts, text.slice(end)];
}

/** The identity of a call: from its data, or else its parties, each of them isolated. */
export function CallName({ call }: { readonly call: Call }): ReactNode {
  const names = call.participants.map(({ name }) => name);
  return <NamesIn text={removeIsolates(call.identity.name)} names={names} />;
}

interface SentenceProps {
  readonly text: string;
  readonly values: Readonly<Record<string, ReactNode>>;
}

/** Replaces `{name}` placeholders of a text with remote texts. */
export function Sentence({ text, values }: SentenceProps): ReactNode {
  return text.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part] ?? `{${part}}`;
    return (
      <Fragment key={index}>{typeof value === 'string' ? <Name text={value} /> : value}</Fragment>
    );
  });
}

interface LabelProps {
  readonly text: string;
  /** The name in the text, if there is one. */
  readonly name: string | undefined;
}

/** A text that already contains a name. */
export function Label({ text, name }: LabelProps): ReactNode {
  const start = name === undefined || name === '' ? -1 : text.indexOf(name);
  if (name === undefined || start === -1) return <WithNumbers text={text} />;
  return (
    <>
      {text.slice(0, start)}
      <Name text={name} />
      {text.slice(start + name.length)}
    </>
  );
}
