import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../../contract/recording';
import { fail, succeed } from '../../../../contract/result';
import { DeletionMark } from '../../../../renderer/features/recording/DeletionMark';
import { findDeletionTarget } from '../../../../renderer/features/recording/find-deletion-target';
import { OngoingNote } from '../../../../renderer/features/recording/OngoingNote';
import { RecordingChoice } from '../../../../renderer/features/recording/RecordingChoice';
import { RecordingFacts } from '../../../../renderer/features/recording/RecordingFacts';

function recording(fields: Partial<Recording> = {}): Recording {
  return {
    caller: '15000',
    called: '15001',
    startTime: '10:00',
    isOngoing: false,
    operations: ['delete-call'],
    ...fields,
  };
}

function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the recording to delete', () => {
  it('is not known before the recorder has answered', () => {
    expect(findDeletionTarget(undefined, undefined)).toBeUndefined();
  });

  it('is the only one, by its id if it has one', () => {
    const only = (recordingId?: string) => succeed([recording({ recordingId })]);
    expect(findDeletionTarget(only('r-1'), undefined)).toEqual({ recordingId: 'r-1' });
    expect(findDeletionTarget(only(), undefined)).toEqual({ recordingId: undefined });
  });

  it('is undefined for several recordings until one is chosen', () => {
    const several = succeed([recording({ recordingId: 'r-1' }), recording({ recordingId: 'r-2' })]);
    expect(findDeletionTarget(several, undefined)).toBeUndefined();
    expect(findDeletionTarget(several, 'r-2')).toEqual({ recordingId: 'r-2' });
  });

  it('is determined by the match rule if the lookup failed, unless that is ambiguous', () => {
    expect(findDeletionTarget(fail({ code: 'no-answer' }), undefined)).toEqual({});
    expect(findDeletionTarget(fail({ code: 'ambiguous' }), undefined)).toBeUndefined();
  });
});

describe('the details of a recording', () => {
  it('are the parties, the start, the length, and whether it is kept', () => {
    const markup = renderToStaticMarkup(
      <RecordingFacts recording={recording({ seconds: 187, isKept: true })} />,
    );
    expect(textOf(markup).trim()).toBe(
      'Caller 15000 Called 15001 Started 10:00 Length 03:07 Kept Yes',
    );
  });

  it('say that the start is unknown, also in the choice of one of several', () => {
    const unknown = recording({ startTime: undefined });
    const markup = renderToStaticMarkup(<RecordingFacts recording={unknown} />);
    expect(textOf(markup)).toContain('Started Unknown');
    const choice = renderToStaticMarkup(
      <RecordingChoice recordings={[unknown]} chosenId={undefined} onChoose={() => undefined} />,
    );
    expect(choice).toContain('aria-label="Recording with an unknown start"');
  });

  it('include the status if the recorder reports one, and no parties if it has none', () => {
    const of = (fields: Partial<Recording>) =>
      textOf(
        renderToStaticMarkup(
          <RecordingFacts
            recording={recording({ caller: undefined, called: undefined, ...fields })}
          />,
        ),
      ).trim();
    expect(of({ isOngoing: true, status: 'paused' })).toBe('Started 10:00 Status Paused');
    expect(of({ seconds: 65, status: 'completed' })).toBe(
      'Started 10:00 Length 01:05 Status Ready',
    );
  });

  it('say that it has not ended, and leave out what the recorder did not report', () => {
    const markup = renderToStaticMarkup(
      <RecordingFacts recording={recording({ isOngoing: true, seconds: 3 })} />,
    );
    expect(textOf(markup).trim()).toBe(
      'Caller 15000 Called 15001 Started 10:00 Length Still being recorded',
    );
  });
});

describe('several recordings', () => {
  const recordings = [
    recording({ recordingId: 'r-1' }),
    recording({ recordingId: 'r-2', startTime: '10:05', isOngoing: true }),
    recording({ startTime: '10:10' }),
  ];

  function radiosOf(chosenId?: string): string[] {
    const markup = renderToStaticMarkup(
      <RecordingChoice recordings={recordings} chosenId={chosenId} onChoose={() => undefined} />,
    );
    return [...markup.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  }

  it('can be chosen from, and none is preselected', () => {
    const radios = radiosOf();
    expect(radios.map((tag) => /aria-label="([^"]*)"/.exec(tag)?.[1])).toEqual([
      'Recording from 10:00',
      'Recording from 10:05',
      'Recording from 10:10',
    ]);
    expect(radios.filter((tag) => tag.includes('checked'))).toEqual([]);
    expect(radiosOf('r-2').map((tag) => tag.includes('checked'))).toEqual([false, true, false]);
  });

  it('without an id cannot be chosen', () => {
    expect(radiosOf().map((tag) => tag.includes('disabled'))).toEqual([false, false, true]);
  });
});

it.each([
  [{}, ''],
  [
    { isOngoing: true },
    'This call is still being recorded. The recording will be marked for deletion.',
  ],
  [
    { isOngoing: true, isStoppedFirst: true },
    'This is still being recorded. The recording is stopped first, and then deleted.',
  ],
])('deleting %o is explained before it is confirmed', (fields, text) => {
  expect(textOf(renderToStaticMarkup(<OngoingNote recording={recording(fields)} />)).trim()).toBe(
    text,
  );
});

it.each([
  ['deleted', 'Recording deleted'],
  ['marked-for-deletion', 'Recording marked for deletion'],
  ['still-there', 'The recording is still there'],
  [undefined, ''],
] as const)('a call whose recording is %s says so', (deletion, text) => {
  const markup = renderToStaticMarkup(<DeletionMark call={{ deletion }} />);
  expect(textOf(markup).trim()).toBe(text);
});
