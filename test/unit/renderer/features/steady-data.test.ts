import { describe, expect, it } from 'vitest';
import type { AttachedData } from '../../../../contract/call-model';
import {
  arrangeData,
  findNextToForget,
  type ShownData,
} from '../../../../renderer/features/customer/steady-data';

function data(...items: string[]): AttachedData[] {
  return items.map((item) => {
    const [key = '', value = ''] = item.split('=');
    return { key, value, isText: true };
  });
}

/** Each row as `key=value`, with `-` if the agent deleted it and `?` if somebody else did. */
function describeRows(rows: readonly ShownData[]): string[] {
  const marks = { data: '', deleted: '-', gone: '?' };
  return rows.map(({ key, value, kind }) => `${marks[kind]}${key}=${value}`);
}

function deletion(item: string, index: number) {
  return { data: data(item)[0]!, index };
}

describe('the data of a call', () => {
  it('has each deleted row in its old place, however many there are', () => {
    const rows = arrangeData(
      data('b=2', 'd=4'),
      [deletion('c=3', 2), deletion('a=1', 0)],
      undefined,
    );
    expect(describeRows(rows)).toEqual(['-a=1', 'b=2', '-c=3', 'd=4']);
  });

  it('keeps its places while it is held: values change, new rows are last', () => {
    const held = arrangeData(data('a=1', 'b=2'), [], undefined);
    expect(describeRows(arrangeData(data('new=0', 'b=3', 'a=1'), [], held))).toEqual([
      'a=1',
      'b=3',
      'new=0',
    ]);
  });

  it('keeps rows that are deleted while it is held, with a mark for those that the agent deleted', () => {
    const held = arrangeData(data('a=1', 'b=2', 'c=3'), [], undefined);
    expect(describeRows(arrangeData(data('c=3'), [deletion('b=2', 1)], held))).toEqual([
      '?a=1',
      '-b=2',
      'c=3',
    ]);
    expect(describeRows(arrangeData(data('c=3'), [], undefined))).toEqual(['c=3']);
  });

  it('has a row again that was restored', () => {
    const held = arrangeData(data('a=1'), [deletion('b=2', 1)], undefined);
    expect(describeRows(arrangeData(data('a=1', 'b=2'), [], held))).toEqual(['a=1', 'b=2']);
  });
});

describe('the time to undo', () => {
  const first = { ...deletion('b=2', 1), doneAt: 1_000 };
  const second = { ...deletion('a=1', 0), doneAt: 4_000 };

  it('ends 8 seconds after each deletion, wherever its row is', () => {
    expect(findNextToForget([second, first], 5_000)).toEqual({ key: 'b', inMs: 4_000 });
    expect(findNextToForget([second], 9_000)).toEqual({ key: 'a', inMs: 3_000 });
    expect(findNextToForget([], 9_000)).toBeUndefined();
  });

  it('is over at once after the agent has looked at another call for longer', () => {
    expect(findNextToForget([first], 60_000)).toEqual({ key: 'b', inMs: 0 });
  });
});
