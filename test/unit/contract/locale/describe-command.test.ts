import { describe, expect, it } from 'vitest';
import { COMMAND_ACTIONS } from '../../../../contract/commands';
import {
  describeCommand,
  describeRefusal,
  type Message,
} from '../../../../contract/locale/describe-command';
import { retryConnection } from '../../../../renderer/state/requests';
import { command } from '../../renderer/fixtures';

function textOf(message: Message | undefined): string {
  return message === undefined ? '' : [message.title, ...message.sentences].join('\n');
}

describe('a command that failed', () => {
  it('has the action, the reason, the service’s own message, a remedy and the consequences', () => {
    const failed = command({
      outcome: 'failed',
      error: { code: 'refused', vendor: 'genesys', detail: 'Operation not permitted' },
    });
    expect(textOf(describeCommand(failed))).toBe(
      [
        '“Mute” did not work: Ada Lovelace',
        'The call is unchanged.',
        'Genesys: The service refused the request.',
        'Details: Operation not permitted',
        'Check the call, and try again if you still need to.',
      ].join('\n'),
    );
  });

  it('names the participant once', () => {
    const failed = command({ action: 'remove-participant', outcome: 'failed', target: 'Grace' });
    expect(describeCommand(failed)?.title).toBe('“Remove Grace” did not work');
  });
});

describe('a command with an unknown outcome', () => {
  it.each(COMMAND_ACTIONS)('is described as unknown: %s', (action) => {
    const text = textOf(describeCommand(command({ action, outcome: 'unknown' })));
    expect(text).toContain('not known');
    expect(text).toContain('The request was sent, but no answer came back.');
    expect(text).not.toContain('{');
  });

  it.each([
    ['no-answer', 'socket hang up', 'no answer came back.', []],
    ['vendor-unavailable', 'HTTP 503', 'no usable answer came back.', []],
    ['malformed-answer', 'HTTP 200', 'no usable answer came back.', []],
    ['refused', 'Line busy', 'no usable answer came back.', ['Details: Line busy']],
    ['malformed-answer', 'body: Invalid input', 'no usable answer came back.', []],
  ] as const)(
    'for %s, %s, reports whether an answer came and asks to check first, with codes only in Details',
    (code, detail, end, values) => {
      const error = { code, vendor: 'genesys', detail } as const;
      expect(describeCommand(command({ outcome: 'unknown', target: '', error }))).toEqual({
        tone: 'unknown',
        title: 'It is not known whether the call was muted',
        error,
        sentences: [
          `The request was sent, but ${end}`,
          ...values,
          'Check the call here and on your phone before you try again.',
        ],
      });
    },
  );
});

describe('an unreadable answer', () => {
  it('is described without jargon', () => {
    const error = { code: 'malformed-answer', detail: 'body: Invalid input' } as const;
    const text = textOf(describeCommand(command({ outcome: 'failed', error })));
    expect(text).toContain('The service sent an answer that Sidetone does not understand.');
    expect(text).not.toContain('Invalid input');
  });
});

describe('a command without a description', () => {
  it('is one in progress, or one that succeeded visibly', () => {
    expect(describeCommand(command({ outcome: 'sent' }))).toBeUndefined();
    expect(describeCommand(command({ outcome: 'confirmed' }))).toBeUndefined();
  });
});

describe('a completed command that shows nowhere else', () => {
  it.each([
    ['close-talkspace', 'eta, theta', 'TalkSpace closed', 'Disconnected: eta, theta'],
    ['transfer', '15002', 'Call transferred', 'Transferred to 15002'],
    ['play-participant', 'Grace', 'Playing', 'To Grace'],
    ['keep-recording', 'Ada', 'The recording is kept', 'Ada'],
  ] as const)('is described: %s', (action, target, title, sentence) => {
    const done = command({ action, target, outcome: 'confirmed' });
    expect(describeCommand(done)).toEqual({ tone: 'done', title, sentences: [sentence] });
  });
});

describe('a deleted recording', () => {
  it.each([
    ['deleted', 'Recording deleted'],
    ['marked-for-deletion', 'Recording marked for deletion'],
    ['still-there', 'The recording is still there'],
  ] as const)('is described as %s', (deletion, title) => {
    const done = command({ action: 'delete-call', outcome: 'confirmed', deletion });
    expect(describeCommand(done)).toEqual({ tone: 'done', title, sentences: ['Ada Lovelace'] });
  });
});

it('a recording that was only stopped is not described as unchanged', () => {
  const error = { code: 'only-stopped', vendor: 'twilio' } as const;
  const text = textOf(
    describeCommand(command({ action: 'delete-call', outcome: 'failed', error })),
  );
  expect(text).toContain('Twilio: The recording was stopped, but it is still there');
  expect(text).not.toContain('unchanged');
});

describe('a request that the main process declined', () => {
  it('is reported like a failure, without mentioning a call if there was none', () => {
    const refusal = {
      key: 'k',
      request: retryConnection('verba'),
      action: 'retry-connection',
      target: 'Verba',
      error: { code: 'internal' },
    } as const;
    const text = textOf(describeRefusal(refusal));
    expect(text).toContain('“Try again” did not work: Verba');
    expect(text).not.toContain('is unchanged');
  });
});
