import Bandwidth from 'node-bandwidth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';

/** The part of the vendor's SDK that its typings leave out. */
interface ConferenceClient {
  Call: { create(call: object): Promise<{ id: string }>; get(id: string): Promise<unknown> };
  Conference: {
    create(conference: object): Promise<{ id: string }>;
    get(id: string): Promise<unknown>;
    update(id: string, settings: object): Promise<unknown>;
    remove(id: string): Promise<unknown>;
    speakSentence(id: string, sentence: string): Promise<unknown>;
    stopSpeaking(id: string): Promise<unknown>;
    playAudioFile(id: string, url: string): Promise<unknown>;
    playAudioAdvanced(id: string, options: object): Promise<unknown>;
    stopAudioFilePlayback(id: string): Promise<unknown>;
    getMembers(id: string): Promise<unknown>;
    getMember(id: string, memberId: string): Promise<unknown>;
    createMember(id: string, member: object): Promise<{ id: string }>;
    updateMember(id: string, memberId: string, settings: object): Promise<unknown>;
    removeMember(id: string, memberId: string): Promise<unknown>;
    speakSentenceToMember(id: string, memberId: string, sentence: string): Promise<unknown>;
    playAudioFileToMember(id: string, memberId: string, url: string): Promise<unknown>;
    playAudioAdvancedToMember(id: string, memberId: string, options: object): Promise<unknown>;
  };
}

function hasConferences(client: object): client is ConferenceClient {
  return 'Conference' in client && 'Call' in client;
}

function connect({ profile }: Simulator): ConferenceClient {
  const client: object = new Bandwidth(profile.bandwidth);
  if (!hasConferences(client)) throw new Error('The SDK has no conferences.');
  return client;
}

describe("the simulated conferences, with the vendor's own SDK", () => {
  let simulator: Simulator;
  let client: ConferenceClient;

  beforeEach(async () => {
    simulator = await startSimulator({
      bandwidth: { hasRateLimit: false, callAnswerDelay: null },
    });
    client = connect(simulator);
  });
  afterEach(() => simulator.close());

  async function addMember(conferenceId: string): Promise<string> {
    const call = await client.Call.create({
      from: '+19195550100',
      to: '+12125550142',
      conferenceId,
    });
    simulator.bandwidth.answerCall(call.id);
    return (await client.Conference.createMember(conferenceId, { callId: call.id })).id;
  }

  test('live from their creation to their end', async () => {
    const { id } = await client.Conference.create({ from: '+19195550100', tag: 'a tag' });
    expect(await client.Conference.get(id)).toMatchObject({
      id,
      state: 'created',
      activeMembers: 0,
      from: '+19195550100',
      profile: 'interpret_digits',
      tag: 'a tag',
    });

    const memberId = await addMember(id);
    expect(await client.Conference.get(id)).toMatchObject({ state: 'active', activeMembers: 1 });

    await client.Conference.update(id, { mute: 'true', hold: true });
    expect(await client.Conference.get(id)).toMatchObject({ mute: true, hold: true });

    await client.Conference.updateMember(id, memberId, { mute: true });
    expect(await client.Conference.getMember(id, memberId)).toMatchObject({
      id: memberId,
      state: 'active',
      mute: true,
      hold: false,
    });

    await client.Conference.removeMember(id, memberId);
    expect(await client.Conference.getMembers(id)).toMatchObject([
      { id: memberId, state: 'completed' },
    ]);
    expect(await client.Conference.get(id)).toMatchObject({ state: 'completed', activeMembers: 0 });
  });

  test('take every audio request', async () => {
    const { id } = await client.Conference.create({ from: '+19195550100' });
    const memberId = await addMember(id);
    const file = 'https://media.example/greeting.mp3';
    await client.Conference.speakSentence(id, 'Welcome');
    await client.Conference.stopSpeaking(id);
    await client.Conference.playAudioFile(id, file);
    await client.Conference.playAudioAdvanced(id, { fileUrl: file, loopEnabled: true });
    await client.Conference.stopAudioFilePlayback(id);
    await client.Conference.speakSentenceToMember(id, memberId, 'Welcome');
    await client.Conference.playAudioFileToMember(id, memberId, file);
    await client.Conference.playAudioAdvancedToMember(id, memberId, { sentence: 'Welcome' });

    const audio = simulator.requests().filter(({ operation }) => operation.endsWith(' audio'));
    expect(audio.map(({ operation, status }) => [operation, status])).toEqual([
      ...Array<unknown>(5).fill(['conference audio', 200]),
      ...Array<unknown>(3).fill(['member audio', 200]),
    ]);
  });

  test('are not changed any more once they are completed', async () => {
    const { id } = await client.Conference.create({ from: '+19195550100' });
    await client.Conference.remove(id);

    await expect(client.Conference.update(id, { hold: true })).rejects.toMatchObject({
      statusCode: 403,
      message: `Unable to update conference ${id}. Invalid conference state completed`,
    });
  });

  test('are found by their own id only', async () => {
    await expect(client.Conference.get('conf-unknown')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('take one request a second, and say when the next one may come', async () => {
    const limited = await startSimulator({ now: () => 1_479_308_598_000 });
    try {
      const { conferenceId } = limited.profile.bandwidth;
      const hurried = connect(limited);
      await hurried.Conference.get(conferenceId);
      await expect(hurried.Conference.get(conferenceId)).rejects.toMatchObject({
        name: 'RateLimitError',
        limitReset: '1479308599000',
      });
    } finally {
      await limited.close();
    }
  });
});
