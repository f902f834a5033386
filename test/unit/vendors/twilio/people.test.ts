import { expect, test } from 'vitest';
import type { TwilioClient } from '../../../../main/vendors/twilio/client';
import { createPeople } from '../../../../main/vendors/twilio/people';
import type { WireParticipant } from '../../../../main/vendors/twilio/wire';

test('after a failure, one call at a time is requested, and not always the same one', async () => {
  const asked: string[] = [];
  let failing: readonly string[] = ['one', 'two', 'three'];
  const people = createPeople({
    fetchCall: (sid: string) => {
      asked.push(sid);
      return Promise.resolve(
        failing.includes(sid)
          ? { kind: 'unknown', error: { code: 'no-answer', vendor: 'twilio' } }
          : { kind: 'done', value: { sid, to: '+12125550142', direction: 'outbound-api' } },
      );
    },
  } as Partial<TwilioClient> as TwilioClient);
  const participants = ['one', 'two', 'three'].map((sid) => ({ call_sid: sid }) as WireParticipant);
  async function refresh(): Promise<string[]> {
    await people.learn(participants, new AbortController().signal);
    return asked.splice(0);
  }
  expect(await refresh()).toEqual(['one', 'two', 'three']);
  expect(await refresh()).toEqual(['one']);
  expect(await refresh()).toEqual(['two']);
  failing = ['one'];
  expect(await refresh()).toEqual(['three']);
  expect(await refresh()).toEqual(['one', 'two']);
  expect([...people.byCall.keys()]).toEqual(['three', 'two']);
});

test('the calls of every large conference of a day are listed, but not forever if that does not help', async () => {
  let isListed = true;
  const asked: string[] = [];
  const call = (sid: string) => ({ sid, to: '+12125550142', direction: 'outbound-api' });
  const people = createPeople({
    listCalls: () => {
      asked.push('list');
      return Promise.resolve({ kind: 'done', value: isListed ? conference.map(call) : [] });
    },
    fetchCall: (sid: string) => {
      asked.push('call');
      return Promise.resolve({ kind: 'done', value: call(sid) });
    },
  } as Partial<TwilioClient> as TwilioClient);
  let conference: readonly string[] = [];
  async function refresh(): Promise<void> {
    const participants = conference.map((sid) => ({ call_sid: sid }) as WireParticipant);
    await people.learn(participants, new AbortController().signal);
  }
  for (let count = 1; count <= 5; count += 1) {
    conference = Array.from({ length: 30 }, (_, index) => `CA${count}-${index}`);
    await refresh();
    await refresh();
  }
  expect(asked).toEqual(Array(5).fill('list'));

  isListed = false;
  conference = Array.from({ length: 30 }, (_, index) => `CA-${index}`);
  for (let count = 0; count < 10; count += 1) await refresh();
  expect(asked.slice(5).filter((what) => what === 'list')).toHaveLength(3);
  expect(people.byCall.has('CA-29')).toBe(true);
});
