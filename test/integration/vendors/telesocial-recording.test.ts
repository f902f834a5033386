import { describe, expect, it } from 'vitest';
import type { VendorRecorder } from '../../support/vendor-recorder';
import type { StubAnswer } from '../../support/stub-server';
import {
  conferenceBody,
  formsOf,
  isList,
  listBody,
  advanceUntil,
  advanceUntilIdle,
  simulateTelesocial,
  stubTelesocial,
} from '../../support/telesocial-harness';

function mediaOf({ events }: VendorRecorder) {
  return events.flatMap((event) => (event.kind === 'media-updated' ? [event.media] : []));
}

function mediaBody(status: number, fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ MediaResponse: { message: '', status, ...fields } });
}

describe('the recording of a TalkSpace', () => {
  it.each([
    ['HTTP', false],
    ['the body', true],
  ])('is polled after the end until it exists, where %s says not yet', async (_case, isInBody) => {
    const { port, recorder, simulator, clock } = await simulateTelesocial({
      isNoContentInBody: isInBody,
      recordingDelay: 1_000_000,
    });
    await port.startConference({});
    const callId = recorder.lastCall()!.id;
    const { recordingId, appKey } = simulator.profile.telesocial;
    simulator.telesocial.join(undefined, 'eta');
    await port.perform({ kind: 'close-talkspace', callId });
    expect(recorder.events.at(-1)).toEqual({
      kind: 'media-updated',
      callId,
      media: { state: 'pending' },
    });
    await advanceUntil(clock, () => formsOf(simulator, 'media-status').length === 2);
    expect(mediaOf(recorder)).toHaveLength(1);
    expect(formsOf(simulator, 'media-status')).toEqual([{ appkey: appKey }, { appkey: appKey }]);
    expect(simulator.requests().at(-1)?.path).toBe(`/api/rest/media/status/${recordingId}`);
  });

  it('is reported with its address and size', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial({ recordingDelay: 0 });
    const chosen = simulator.profile.telesocial.recordings[1]!.id;
    await port.startConference({ recordingId: chosen });
    simulator.telesocial.join(undefined, 'eta');
    await advanceUntil(clock, () => recorder.roster().join() === 'eta');
    simulator.telesocial.end(undefined);
    await advanceUntil(clock, () => mediaOf(recorder).length === 2);
    expect(mediaOf(recorder)).toEqual([
      { state: 'pending' },
      { state: 'ready', url: `${simulator.origin}/audio/${chosen}.mp3`, bytes: 60_603 },
    ]);
    const requests = formsOf(simulator, 'media-status').length;
    await advanceUntilIdle(clock);
    expect(formsOf(simulator, 'media-status')).toHaveLength(requests);
  });

  it('is requested only a few times, and then reported as missing', async () => {
    const { port, recorder, simulator, clock, sent } = await simulateTelesocial();
    await port.startConference({});
    await port.perform({ kind: 'close-talkspace', callId: recorder.lastCall()!.id });
    const before = sent.length;
    await advanceUntil(clock, () => mediaOf(recorder).length === 2);
    expect(mediaOf(recorder).at(-1)).toEqual({ state: 'none' });
    expect(sent.slice(before).map(({ at }) => at)).toEqual([
      5_000, 15_000, 35_000, 75_000, 155_000,
    ]);
    expect(formsOf(simulator, 'media-status')).toHaveLength(5);
    expect(clock.pending()).toEqual([]);
  });

  async function closeOnStub(status: () => StubAnswer) {
    const parts = await stubTelesocial(
      (request) => {
        if (isList(request)) return listBody();
        if (request.path.includes('/media/status/')) return status();
        if (request.body.includes('action=close')) return { body: conferenceBody(200) };
        return { status: 201, body: conferenceBody(201, { conferenceId: 'c' }) };
      },
      { recordingId: 'r/1' },
    );
    await parts.port.startConference({});
    await parts.port.perform({ kind: 'close-talkspace', callId: 'talkspace:c' });
    return parts;
  }

  it.each([
    ['another application’s', 401],
    ['asked for with a key that is refused', 404],
  ])('is unknown if it is %s, and requested only once', async (_case, status) => {
    const { recorder, clock, server } = await closeOnStub(() => ({
      status,
      body: mediaBody(status),
    }));
    await advanceUntil(clock, () => mediaOf(recorder).length === 2);
    expect(mediaOf(recorder).at(-1)).toEqual({ state: 'unknown' });
    expect(server.requests.at(-1)?.path).toBe('/api/rest/media/status/r%2F1');
    expect(clock.pending()).toEqual([]);
  });

  it('is unknown if the service cannot be reached in the end', async () => {
    const { recorder, clock, server } = await closeOnStub(() => ({ status: 502, body: '' }));
    await advanceUntil(clock, () => mediaOf(recorder).length === 2);
    expect(mediaOf(recorder).at(-1)).toEqual({ state: 'unknown' });
    expect(server.requests.filter(({ path }) => path.includes('status'))).toHaveLength(5);
  });

  it('is ready even if its description is unusable', async () => {
    const odd = { downloadUrl: 'javascript:alert(1)', fileSize: -1 };
    const { recorder, clock } = await closeOnStub(() => ({ body: mediaBody(200, odd) }));
    await advanceUntil(clock, () => mediaOf(recorder).length === 2);
    expect(mediaOf(recorder).at(-1)).toEqual({ state: 'ready' });
  });

  it('is not requested if nothing was recorded', async () => {
    const { port, recorder, clock } = await stubTelesocial((request) => {
      if (isList(request)) return listBody();
      return request.body.includes('action=close')
        ? { body: conferenceBody(200) }
        : { status: 201, body: conferenceBody(201, { conferenceId: 'c' }) };
    });
    await port.startConference({});
    await port.perform({ kind: 'close-talkspace', callId: 'talkspace:c' });
    expect(mediaOf(recorder)).toEqual([]);
    expect(clock.pending()).toEqual([]);
  });

  it('is no longer requested after the app stops', async () => {
    const { port, recorder, clock } = await simulateTelesocial();
    await port.startConference({});
    await port.perform({ kind: 'close-talkspace', callId: recorder.lastCall()!.id });
    expect(clock.pending()).not.toEqual([]);
    await port.stop();
    expect(clock.pending()).toEqual([]);
  });
});
