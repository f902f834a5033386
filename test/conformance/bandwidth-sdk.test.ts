import Bandwidth from 'node-bandwidth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';

/** The part of the vendor's SDK that its typings omit. */
interface ConferenceClient {
  Call: {
    create(call: object): Promise<{ id: string }>;
    get(id: string): Promise<unknown>;
    hangup(id: string): Promise<unknown>;
  };
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

type Method = keyof ConferenceClient['Conference'];

function hasConferences(client: object): client is ConferenceClient {
  return 'Conference' in client && 'Call' in client;
}

function connect({ profile }: Simulator): ConferenceClient {
  const client: object = new Bandwidth(profile.bandwidth);
  if (!hasConferences(client)) throw new Error('The SDK has no conferences.');
  return client;
}

const HOST = '+19195550100';
const NUMBER = '+12125550142';
const FILE = 'https://media.example/greeting.mp3';

describe("the vendor's own SDK", () => {
  let simulator: Simulator;
  let client: ConferenceClient;
  let conferenceId = '';
  let memberId = '';

  /** A conference with one member, created by the SDK, and a second member who keeps it active. */
  beforeEach(async () => {
    simulator = await startSimulator({ bandwidth: { hasRateLimit: false, callAnswerDelay: null } });
    client = connect(simulator);
    ({ id: conferenceId } = await client.Conference.create({ from: HOST, tag: 'a tag' }));
    memberId = simulator.bandwidth.addMember(NUMBER, conferenceId).id;
    simulator.bandwidth.addMember('+12125550143', conferenceId);
  });
  afterEach(() => simulator.close());

  /** The last request: its operation, body and response status. */
  function last(): unknown[] {
    const { operation, body, status } = simulator.requests().at(-1)!;
    return [operation, body, status];
  }

  const STEPS: Record<Method, () => Promise<void>> = {
    async create() {
      const { id } = await client.Conference.create({ from: HOST, profile: 'passthru_digits' });
      expect(simulator.bandwidth.conference(id)).toMatchObject({ state: 'created', from: HOST });
    },
    async get() {
      expect(await client.Conference.get(conferenceId)).toMatchObject({
        id: conferenceId,
        state: 'active',
        activeMembers: 2,
        from: HOST,
        profile: 'interpret_digits',
        tag: 'a tag',
      });
    },
    async update() {
      await client.Conference.update(conferenceId, { mute: 'true', hold: true });
      expect(simulator.bandwidth.conference(conferenceId)).toMatchObject({
        isMuted: true,
        isHeld: true,
      });
    },
    async remove() {
      await client.Conference.remove(conferenceId);
      expect(simulator.bandwidth.conference(conferenceId).state).toBe('completed');
    },
    async speakSentence() {
      await client.Conference.speakSentence(conferenceId, 'Welcome');
      expect(last()).toEqual(['conference audio', { sentence: 'Welcome' }, 200]);
    },
    async stopSpeaking() {
      await client.Conference.stopSpeaking(conferenceId);
      expect(last()).toEqual(['conference audio', { sentence: '' }, 200]);
    },
    async playAudioFile() {
      await client.Conference.playAudioFile(conferenceId, FILE);
      expect(last()).toEqual(['conference audio', { fileUrl: FILE }, 200]);
    },
    async playAudioAdvanced() {
      const options = { fileUrl: FILE, loopEnabled: true };
      await client.Conference.playAudioAdvanced(conferenceId, options);
      expect(last()).toEqual(['conference audio', options, 200]);
    },
    async stopAudioFilePlayback() {
      await client.Conference.stopAudioFilePlayback(conferenceId);
      expect(last()).toEqual(['conference audio', { fileUrl: '' }, 200]);
    },
    async getMembers() {
      simulator.bandwidth.removeMember(memberId, conferenceId);
      expect(await client.Conference.getMembers(conferenceId)).toMatchObject([
        { id: memberId, state: 'completed' },
        { state: 'active' },
      ]);
    },
    async getMember() {
      expect(await client.Conference.getMember(conferenceId, memberId)).toMatchObject({
        id: memberId,
        state: 'active',
        mute: false,
        hold: false,
      });
    },
    async createMember() {
      const call = await client.Call.create({ from: HOST, to: '+12125550144', conferenceId });
      simulator.bandwidth.answerCall(call.id);
      expect(await client.Call.get(call.id)).toMatchObject({ state: 'active', conferenceId });
      const { id } = await client.Conference.createMember(conferenceId, { callId: call.id });
      expect(await client.Conference.getMember(conferenceId, id)).toMatchObject({
        state: 'active',
      });
      await client.Call.hangup(call.id);
      expect(await client.Conference.getMember(conferenceId, id)).toMatchObject({
        state: 'completed',
      });
    },
    async updateMember() {
      await client.Conference.updateMember(conferenceId, memberId, { mute: true, hold: 'true' });
      expect(simulator.bandwidth.conference(conferenceId).members).toMatchObject([
        { isMuted: true, isHeld: true },
        { isMuted: false, isHeld: false },
      ]);
    },
    async removeMember() {
      await client.Conference.removeMember(conferenceId, memberId);
      expect(simulator.bandwidth.conference(conferenceId).members).toMatchObject([
        { id: memberId, state: 'completed' },
        { state: 'active' },
      ]);
    },
    async speakSentenceToMember() {
      await client.Conference.speakSentenceToMember(conferenceId, memberId, 'Welcome');
      expect(last()).toEqual(['member audio', { sentence: 'Welcome' }, 200]);
    },
    async playAudioFileToMember() {
      await client.Conference.playAudioFileToMember(conferenceId, memberId, FILE);
      expect(last()).toEqual(['member audio', { fileUrl: FILE }, 200]);
    },
    async playAudioAdvancedToMember() {
      const options = { sentence: 'hola', gender: 'male', locale: 'es', voice: 'Jorge' };
      await client.Conference.playAudioAdvancedToMember(conferenceId, memberId, options);
      expect(last()).toEqual(['member audio', options, 200]);
    },
  };

  test.each(Object.entries(STEPS))('Conference.%s', (_method, step) => step());

  test('has no other method for conferences', () => {
    expect(Object.keys(client.Conference).sort()).toEqual(Object.keys(STEPS).sort());
    expect(Object.keys(STEPS)).toHaveLength(17);
  });

  test('sees the conference complete when the last member leaves', async () => {
    const members = simulator.bandwidth.conference(conferenceId).members;
    for (const { id } of members) await client.Conference.removeMember(conferenceId, id);
    expect(await client.Conference.get(conferenceId)).toMatchObject({
      state: 'completed',
      activeMembers: 0,
    });
  });

  test('cannot change a completed conference', async () => {
    await client.Conference.remove(conferenceId);
    await expect(client.Conference.update(conferenceId, { hold: true })).rejects.toMatchObject({
      statusCode: 403,
      message: `Unable to update conference ${conferenceId}. Invalid conference state completed`,
    });
  });

  test('finds no conference by another name than its own', async () => {
    await expect(client.Conference.get('conf-unknown')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('can see when the next request is allowed, at one per second', async () => {
    const limited = await startSimulator({ now: () => 1_479_308_598_000 });
    try {
      const hurried = connect(limited);
      await hurried.Conference.get(limited.profile.bandwidth.conferenceId);
      await expect(
        hurried.Conference.get(limited.profile.bandwidth.conferenceId),
      ).rejects.toMatchObject({ name: 'RateLimitError', limitReset: '1479308599000' });
    } finally {
      await limited.close();
    }
  });
});
