import { describe, expect, it } from 'vitest';
import { COMMAND_ACTIONS } from '../../../../contract/commands';
import {
  describeCommand,
  describeRefusal,
  type Message,
} from '../../../../renderer/features/alerts/alert-text';
import { command } from '../fixtures';

function textOf(message: Message | undefined): string {
  return message === undefined ? '' : [message.title, ...message.sentences].join('\n');
}

describe('a command that failed', () => {
  it('says what failed, why in words and in the service’s own, what to do, and what it did', () => {
    const failed = command({
      outcome: 'failed',
      error: { code: 'refused', vendor: 'genesys', detail: 'Operation not permitted' },
    });
    expect(textOf(describeCommand(failed))).toBe(
      [
        '“Mute” did not work: Ada Lovelace',
        'Nothing was changed on the call.',
        'Genesys: The service refused.',
        'Details: Operation not permitted',
        'Look at the call and try again if it is still needed.',
      ].join('\n'),
    );
  });

  it('names the participant once', () => {
    const failed = command({ action: 'remove-participant', outcome: 'failed', target: 'Grace' });
    expect(describeCommand(failed)?.title).toBe('“Remove Grace” did not work');
  });
});

describe('a command whose outcome is not known', () => {
  it.each(COMMAND_ACTIONS)('says so for %s', (action) => {
    const text = textOf(describeCommand(command({ action, outcome: 'unknown' })));
    expect(text).toContain('not known');
    expect(text).toContain('the request was sent and no answer came.');
    expect(text).not.toContain('{');
  });
});

describe('a command that needs no words', () => {
  it('has none while it is under way, or when it did what it should', () => {
    expect(describeCommand(command({ outcome: 'sent' }))).toBeUndefined();
    expect(describeCommand(command({ outcome: 'confirmed' }))).toBeUndefined();
  });
});

describe('a command that is done and shows nowhere else', () => {
  it.each([
    ['close-talkspace', 'eta, theta', 'TalkSpace closed', 'Disconnected: eta, theta'],
    ['transfer', '15002', 'Handed over', 'Handed over to 15002'],
    ['play-participant', 'Grace', 'Playing', 'To Grace'],
    ['keep-recording', 'Ada', 'The recording is kept', 'Ada'],
  ] as const)('is told in words: %s', (action, target, title, sentence) => {
    const done = command({ action, target, outcome: 'confirmed' });
    expect(describeCommand(done)).toEqual({ tone: 'done', title, sentences: [sentence] });
  });
});

describe('a deleted recording', () => {
  it.each([
    ['deleted', 'Recording deleted'],
    ['marked-for-deletion', 'Recording marked for deletion'],
    ['still-there', 'The recording is still there'],
  ] as const)('is told as %s', (deletion, title) => {
    const done = command({ action: 'delete-call', outcome: 'confirmed', deletion });
    expect(describeCommand(done)).toEqual({ tone: 'done', title, sentences: ['Ada Lovelace'] });
  });
});

describe('a request that the main process declined', () => {
  it('is told like a failure, without a word on the call where no call was meant', () => {
    const refusal = {
      key: 'k',
      action: 'retry-connection',
      target: 'Verba',
      error: { code: 'internal' },
    } as const;
    const text = textOf(describeRefusal(refusal));
    expect(text).toContain('“Try again” did not work: Verba');
    expect(text).not.toContain('Nothing was changed');
  });
});
