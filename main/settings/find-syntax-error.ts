import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

const NOT_JSON = 'this is not a JSON value';

const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'text and field names must be in straight double quotes (")'],
  ['CommaExpected', 'a comma is missing before this'],
  ['ColonExpected', 'a colon is missing before this'],
  ['PropertyNameExpected', 'a field name is expected here, or the comma before it must go'],
  ['ValueExpected', 'a value is expected here, or the comma before it must go'],
  ['CloseBraceExpected', 'a closing brace } is missing'],
  ['CloseBracketExpected', 'a closing bracket ] is missing'],
  ['EndOfFileExpected', 'nothing is expected after the end of the profile'],
  ['UnexpectedEndOfString', 'this text has no closing double quote on its line'],
  ['InvalidEscapeCharacter', 'this is not a valid escape sequence; write a backslash as \\\\'],
  ['InvalidUnicode', 'this is not a valid escape sequence; write a backslash as \\\\'],
  ['InvalidCharacter', 'this text contains a control character such as a line break or a tab'],
  ['InvalidCommentToken', 'comments are not allowed'],
  ['UnexpectedEndOfComment', 'comments are not allowed'],
]);

/** The first position at which a text is not JSON. Line and column start at 1. */
export interface SyntaxError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Locates the error in a text that `JSON.parse` rejects. The message never quotes the text. */
export function findSyntaxError(text: string): SyntaxError {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // The parser is recursive, and the text is nested too deeply for it.
  }
  const [first] = errors;
  const before = text.slice(0, first?.offset ?? text.length).split(/\r\n|[\r\n]/);
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message:
      first === undefined ? NOT_JSON : (MESSAGES.get(printParseErrorCode(first.error)) ?? NOT_JSON),
  };
}
