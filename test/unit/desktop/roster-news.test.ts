import { beforeEach, describe, expect, it } from 'vitest';
import { createRosterNews, type News, type RosterNews } from '../../../main/desktop/roster-news';
import { knownCall, participant } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';

const CALL = knownCall('a', { participants: [participant('15001'), participant('15002')] });

describe('news of the roster', () => {
  let clock: ReturnType<typeof createManualClock>;
  let told: News[];
  let news: RosterNews;
  beforeEach(() => {
    clock = createManualClock();
    told = [];
    news = createRosterNews(clock, (item) => told.push(item));
  });

  function change(joined: string[], left: string[] = []): void {
    const people = (names: string[]) => names.map((name) => participant(name));
    news.add({ call: CALL, joined: people(joined), left: people(left) });
  }

  it('name who came, with the number where there is one', () => {
    news.add({
      call: CALL,
      joined: [participant('Ada', { number: '15002' })],
      left: [],
    });
    clock.advance(2_000);
    expect(told).toEqual([{ title: 'Ada (15002) joined', body: 'Call with 15001, 15002' }]);
  });

  it('tell several within two seconds as one', () => {
    change(['15002']);
    clock.advance(1_500);
    change(['15003'], ['15001']);
    expect(told).toEqual([]);
    clock.advance(500);
    expect(told).toHaveLength(1);
    expect(told[0]!.title).toBe('2 joined, 1 left');
    expect(told[0]!.body).toContain('Joined: 15002, 15003');
    expect(told[0]!.body).toContain('Left: 15001');
  });

  it('do not tell of somebody who was back before they were told', () => {
    change([], ['15001']);
    change(['15001']);
    clock.advance(2_000);
    expect(told).toEqual([]);
  });

  it('stay short when many come at once', () => {
    change(Array.from({ length: 50 }, (_, index) => `2${index}000`));
    clock.advance(2_000);
    expect(told[0]!.title).toBe('50 people joined');
    expect(told[0]!.body).toContain('+45');
  });

  it('leave no timer behind', () => {
    change(['15002']);
    news.dispose();
    expect(clock.pending()).toEqual([]);
  });
});
