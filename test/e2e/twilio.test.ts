import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import { followChanges } from '../support/journal';
import { testInSidetone, type Sidetone } from '../support/sidetone';
import {
  alert,
  button,
  chooseFor,
  combobox,
  connection,
  dialog,
  form,
  personIn,
  region,
  seeNoText,
  seeText,
} from '../support/window';

const AUDIO = [{ name: 'Welcome', url: 'https://media.example/welcome.mp3' }];
const ADA = '+12125550160';
const THIRD = '+12125550171';

/** Telephones are answered only by the test. */
const test = testInSidetone({
  simulator: { twilio: { answerDelay: null } },
  profile: ({ version, agent }, { twilioProfile }) => ({
    version,
    agent,
    twilio: { ...twilioProfile, record: true, audio: AUDIO },
  }),
});

interface Team {
  readonly card: Locator;
  readonly people: Locator;
  readonly path: string;
  readonly changes: ReturnType<typeof followChanges>;
}

/** Shows a conference of the agent's telephone and a customer. */
async function joinTeam({ page, simulator }: Sidetone): Promise<Team> {
  const { accountSid, agentNumber } = simulator.twilioProfile;
  const card = region(page, 'Twilio conference');
  const people = card.getByRole('list', { name: 'Members', exact: true });
  for (const { sid, status } of simulator.twilio.conferences()) {
    if (status !== 'completed') simulator.twilio.end(sid);
  }
  await seeNoText(people, 'ADA MARSH');
  simulator.twilio.join({ number: agentNumber, conference: 'Team' });
  simulator.twilio.join({ number: ADA, conference: 'Team', callerName: 'ADA MARSH' });
  simulator.twilio.record('Team');
  await seeText(people, 'ADA MARSH');
  const { sid } = simulator.twilio.conference('Team');
  return {
    card,
    people,
    path: `/2010-04-01/Accounts/${accountSid}/Conferences/${sid}`,
    changes: followChanges(simulator, 'twilio'),
  };
}

function callOf({ simulator }: Sidetone, number: string): string {
  const [found] = simulator.twilio
    .conference('Team')
    .participants.filter((one) => one.number === number);
  return found!.callSid;
}

test('a conference is started by calling the agent first: CreateParticipant', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { accountSid, agentNumber, number } = simulator.twilioProfile;
  const changes = followChanges(simulator, 'twilio');
  await seeText(connection(page, 'Twilio'), 'Twilio: Connected');
  const card = region(page, 'Twilio conference');
  await button(card, 'Start conference').click();
  const people = card.getByRole('list', { name: 'Members', exact: true });
  await seeText(personIn(people, agentNumber), 'calling…');
  const { name, participants } = simulator.twilio.conference();
  simulator.twilio.answer(participants[0]!.callSid);
  await seeNoText(personIn(people, agentNumber), 'calling…');
  await seeText(card, 'active');
  expect(changes()).toEqual([
    {
      request: `POST /2010-04-01/Accounts/${accountSid}/Conferences/${name}/Participants.json`,
      parameters: {
        From: number,
        To: agentNumber,
        Label: `${name}-agent`,
        ConferenceRecord: 'record-from-start',
      },
    },
  ]);
});

test('a person is called, and becomes a member after answering: CreateParticipant', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { card, people, path, changes } = await joinTeam(sidetone);
  await button(card, 'Add').click();
  const adding = form(page, 'Add somebody');
  await combobox(adding, 'Number').fill('+1 (212) 555-0171');
  await adding.getByRole('checkbox', { name: 'Join muted', exact: true }).check();
  await button(adding, 'Add').click();
  await seeText(personIn(people, THIRD), 'calling…');
  await seeText(personIn(people, THIRD), 'queued');
  simulator.twilio.ring(callOf(sidetone, THIRD));
  await seeText(personIn(people, THIRD), 'ringing');
  simulator.twilio.answer(callOf(sidetone, THIRD));
  await seeNoText(personIn(people, THIRD), 'calling…');
  await seeText(personIn(people, THIRD), 'Muted');
  const label: unknown = expect.stringMatching(/^sidetone-/);
  expect(changes()).toEqual([
    {
      request: `POST ${path}/Participants.json`,
      parameters: {
        From: simulator.twilioProfile.number,
        To: THIRD,
        Label: label,
        Muted: 'true',
      },
    },
  ]);
  expect(await alert(page).count()).toBe(0);
});

test('removing a person who is still being called hangs up: UpdateCall', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { accountSid, number } = simulator.twilioProfile;
  const { card, people, path, changes } = await joinTeam(sidetone);
  await button(card, 'Add').click();
  const adding = form(page, 'Add somebody');
  await combobox(adding, 'Number').fill(THIRD);
  await button(adding, 'Add').click();
  await seeText(personIn(people, THIRD), 'calling…');
  const callSid = callOf(sidetone, THIRD);
  await button(personIn(people, THIRD), `Remove ${THIRD}`).click();
  await button(dialog(page, `Remove ${THIRD}?`), 'Remove').click();
  await eventually(() => personIn(people, THIRD).count()).toBe(0);
  const label: unknown = expect.stringMatching(/^sidetone-/);
  expect(changes()).toEqual([
    {
      request: `POST ${path}/Participants.json`,
      parameters: { From: number, To: THIRD, Label: label },
    },
    {
      request: `POST /2010-04-01/Accounts/${accountSid}/Calls/${callSid}.json`,
      parameters: { Status: 'completed' },
    },
  ]);
});

test('another conference is watched by its name: ListConference', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { card, people, changes } = await joinTeam(sidetone);
  simulator.twilio.join({ number: THIRD, conference: 'Night shift', callerName: 'BEN ORTIZ' });
  await button(card, 'Watch another').click();
  const watching = form(page, 'Watch a conference');
  await watching.getByRole('textbox', { name: 'Conference ID or name' }).fill('Night shift');
  await button(watching, 'Watch').click();
  await seeText(people, 'BEN ORTIZ');
  expect(await people.getByText('ADA MARSH').count()).toBe(0);
  expect(changes()).toEqual([]);
  simulator.twilio.end('Night shift');
});

test('a participant is muted, put on hold, played audio and removed: UpdateParticipant, DeleteParticipant', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { people, path, changes } = await joinTeam(sidetone);
  const person = personIn(people, 'ADA MARSH');
  const participant = `${path}/Participants/${callOf(sidetone, ADA)}.json`;
  await chooseFor(people, 'ADA MARSH', 'Mute');
  await seeText(person, 'Muted');
  await chooseFor(people, 'ADA MARSH', 'Unmute');
  await seeNoText(person, 'Muted');
  await chooseFor(people, 'ADA MARSH', 'Hold');
  await seeText(person, 'On hold');
  await chooseFor(people, 'ADA MARSH', 'Resume');
  await seeNoText(person, 'On hold');
  await chooseFor(people, 'ADA MARSH', 'Say or play…');
  await button(form(page, 'Say or play'), 'Play').click();
  await eventually(() => changes().length).toBe(5);
  await button(person, 'Remove ADA MARSH').click();
  await button(dialog(page, 'Remove ADA MARSH?'), 'Remove').click();
  await eventually(() => person.count()).toBe(0);
  expect(changes()).toEqual([
    { request: `POST ${participant}`, parameters: { Muted: 'true' } },
    { request: `POST ${participant}`, parameters: { Muted: 'false' } },
    { request: `POST ${participant}`, parameters: { Hold: 'true' } },
    { request: `POST ${participant}`, parameters: { Hold: 'false' } },
    { request: `POST ${participant}`, parameters: { AnnounceUrl: AUDIO[0]!.url } },
    { request: `DELETE ${participant}`, parameters: {} },
  ]);
});

test('the recording is paused, resumed and stopped: UpdateConferenceRecording', async ({
  sidetone,
}) => {
  const { card, path, changes } = await joinTeam(sidetone);
  const [recording] = sidetone.simulator.twilio.recordings().slice(-1);
  await button(card, 'Pause recording').click();
  await button(card, 'Resume recording').click();
  await button(card, 'Stop recording').click();
  await eventually(() => button(card, 'Stop recording').count()).toBe(0);
  const request = `POST ${path}/Recordings/${recording!.sid}.json`;
  expect(changes()).toEqual([
    { request, parameters: { Status: 'paused' } },
    { request, parameters: { Status: 'in-progress' } },
    { request, parameters: { Status: 'stopped' } },
  ]);
});

test('a recording is shown with its start and status, and deleted once it is stopped: DeleteRecording', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { card, path, changes } = await joinTeam(sidetone);
  const { accountSid } = simulator.twilioProfile;
  const [recording] = simulator.twilio.recordings().slice(-1);
  await button(card, 'Recording details').click();
  const details = form(page, 'Recording of this call');
  const found = details.getByRole('list', { name: 'Recordings found', exact: true });
  await eventually(() => found.innerText()).toMatch(
    /^Started\s+\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\s+Status\s+Being recorded/,
  );
  expect(await button(found, 'Keep').count()).toBe(0);
  await button(found, 'Delete…').click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(
    confirmation,
    'This is still being recorded. The recording is stopped first, and then deleted.',
  );
  expect(changes()).toEqual([]);
  await button(confirmation, 'Delete call').click();
  await seeText(card, 'Recording deleted');
  await eventually(() => button(card, 'Recording details').count()).toBe(0);
  expect(changes()).toEqual([
    {
      request: `POST ${path}/Recordings/${recording!.sid}.json`,
      parameters: { Status: 'stopped' },
    },
    {
      request: `DELETE /2010-04-01/Accounts/${accountSid}/Recordings/${recording!.sid}.json`,
      parameters: {},
    },
  ]);
  expect(simulator.twilio.recordings().at(-1)).toMatchObject({ status: 'deleted' });
});

test('audio is played to a conference, which is then ended for all: UpdateConference', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { card, path, changes } = await joinTeam(sidetone);
  await button(card, 'Say or play…').click();
  await button(form(page, 'Say or play'), 'Play').click();
  await eventually(() => changes().length).toBe(1);
  await button(card, 'End conference').click();
  await button(dialog(page, 'End the conference?'), 'End conference').click();
  await seeText(card, 'completed');
  const request = `POST ${path}.json`;
  expect(changes()).toEqual([
    { request, parameters: { AnnounceUrl: AUDIO[0]!.url } },
    { request, parameters: { Status: 'completed' } },
  ]);
});
