import { TWILIO_OPERATIONS, type TwilioOperation } from './twilio-document';

/** The purpose of an operation in Sidetone, and the parameters that it sends. */
export const USED: Readonly<
  Record<string, { readonly action: string; readonly parameters: readonly string[] }>
> = {
  ListConference: {
    action: 'finding a conference by name, or the one that the agent is in',
    parameters: ['FriendlyName', 'Status', 'PageSize'],
  },
  FetchConference: { action: 'watching a conference', parameters: [] },
  UpdateConference: {
    action: 'End conference; Say or play, to everybody',
    parameters: ['Status', 'AnnounceUrl'],
  },
  ListParticipant: { action: 'watching a conference', parameters: ['PageSize'] },
  CreateParticipant: {
    action: 'Start conference, Add',
    parameters: ['From', 'To', 'Label', 'Muted', 'ConferenceRecord'],
  },
  FetchParticipant: {
    action: 'finding the conference that the agent is in; after a lost answer to Add',
    parameters: [],
  },
  UpdateParticipant: {
    action: 'Mute, Unmute, Hold, Resume, Say or play, next to a name',
    parameters: ['Muted', 'Hold', 'AnnounceUrl'],
  },
  DeleteParticipant: { action: 'Remove, next to a name', parameters: [] },
  ListConferenceRecording: {
    action: 'watching a conference, Recording details',
    parameters: ['PageSize'],
  },
  UpdateConferenceRecording: {
    action: 'Pause recording, Resume recording, Stop recording; Delete call, while it is recorded',
    parameters: ['Status'],
  },
  FetchRecording: { action: 'Delete call, to see that the recording is gone', parameters: [] },
  DeleteRecording: { action: 'Delete call', parameters: [] },
  FetchCall: { action: 'the number and name of a participant', parameters: [] },
  UpdateCall: { action: 'Remove, of somebody who is being called', parameters: ['Status'] },
  ListCall: {
    action: 'finding the conference that the agent is in; after a lost answer to Add',
    parameters: ['To', 'From', 'Status', 'PageSize'],
  },
};

/** Why an operation is not used. */
const UNUSED: Readonly<Record<string, string>> = {
  FetchConferenceRecording: 'FetchRecording has the same data',
  DeleteConferenceRecording: 'DeleteRecording does the same',
  DeleteCall: 'deletes the record of a call, which is for the administrator',
  CreateCall: 'a participant is called by creating the participant',
  ListCallRecording: 'recordings are those of the conference',
  CreateCallRecording: 'recordings are those of the conference',
  FetchCallRecording: 'recordings are those of the conference',
  UpdateCallRecording: 'recordings are those of the conference',
  DeleteCallRecording: 'recordings are those of the conference',
  ListRecording: 'recordings are those of the conference',
  FetchAccount: 'the first list shows whether the credentials are accepted',
  UpdateAccount: 'for the administrator',
};

/** Why a parameter is not sent, by a pattern of its name. The first match counts. */
const UNSENT: readonly (readonly [RegExp, string])[] = [
  [/Callback|NotificationUrl/, 'a desktop cannot receive callbacks'],
  [/^(Page|PageToken)$/, 'part of the address of the next page, which is followed'],
  [/^(Date|Start|End)(Created|Updated|Time)/, 'what runs now is wanted, whenever it began'],
  [/^Machine|^Amd/, 'people are called, not answering machines'],
  [/^Sip|^Byoc|^Region$|^JitterBufferSize$/, 'belongs to the setup of the account'],
  [/Coach/, 'Sidetone has no coaching'],
  [/Trim$|Channels$|Track$|^Record$/, 'the conference is recorded, as the account does by default'],
  [/Method$|^WaitUrl$|^HoldUrl$|^Url$|^FallbackUrl$|^Twiml$/, 'the service’s default is kept'],
  [/^ParentCallSid$|^Muted$|^Hold$/, 'everybody is listed'],

  [/.*/, 'the service’s default is kept'],
];

const INTRODUCTION = `# Twilio operations

Every operation of the vendor's [OpenAPI document](../../test/fixtures/twilio/README.md) for conferences, participants, recordings and
calls, with each of its parameters. Sidetone sends nothing else: [\`twilio-requests.test.ts\`](../../test/conformance/twilio-requests.test.ts)
performs every action with the real client against the simulator and compares what was sent with these tables and, request by
request and answer by answer, with the document. [\`twilio-sdk.test.ts\`](../../test/conformance/twilio-sdk.test.ts) drives the
simulator with the vendor's own SDK, [\`twilio.test.ts\`](../../test/integration/vendors/twilio.test.ts) and
[\`twilio-recordings.test.ts\`](../../test/integration/vendors/twilio-recordings.test.ts) cover refusals and lost answers, and [\`twilio.test.ts\`](../../test/e2e/twilio.test.ts) clicks the buttons in the real app. None of it was tried with the live service.

This page is generated: \`SIDETONE_UPDATE_DOCS=1 npx vitest run --project conformance twilio-requests\`.
`;

const SOURCES = `## Sources

The OpenAPI document is a part of [twilio/twilio-oai](https://github.com/twilio/twilio-oai) (commit d50069b). \`doc:NAME\` in a comment is
one of the vendor's pages:

- [conference-resource](https://www.twilio.com/docs/voice/api/conference-resource)
- [conference-participant-resource](https://www.twilio.com/docs/voice/api/conference-participant-resource)
- [recording](https://www.twilio.com/docs/voice/api/recording)
- [errors](https://www.twilio.com/docs/api/errors)
`;

/** Each operation with its purpose, or `-` and the reason why it is not used. */
export function listTwilioOperations(): Record<string, string>[] {
  return TWILIO_OPERATIONS.map(({ operationId: operation }) => {
    const used = USED[operation];
    return used === undefined
      ? { operation, action: '-', notes: reasonFor(operation) }
      : { operation, action: used.action, notes: '' };
  });
}

/** The text of `docs/conformance/twilio.md`. */
export function describeTwilio(): string {
  return [INTRODUCTION, ...TWILIO_OPERATIONS.map(describeOperation), SOURCES].join('\n');
}

function describeOperation(operation: TwilioOperation): string {
  const { operationId, method, path, parameters } = operation;
  const heading = `## ${operationId}\n\n\`${method} ${path}\`\n`;
  const used = USED[operationId];
  if (used === undefined) return `${heading}\nNot used: ${reasonFor(operationId)}.\n`;
  const rows = parameters.map((name) => `| \`${name}\` | ${describeParameter(name, used)} |`);
  const table = ['| parameter | in Sidetone |', '| --- | --- |', ...rows].join('\n');
  return `${heading}\nUsed for: ${used.action}.\n${rows.length === 0 ? '' : `\n${table}\n`}`;
}

function describeParameter(name: string, { parameters }: (typeof USED)[string]): string {
  if (parameters.includes(name)) return 'sent';
  return `not sent: ${UNSENT.find(([pattern]) => pattern.test(name))?.[1] ?? ''}`;
}

function reasonFor(operationId: string): string {
  const reason = UNUSED[operationId];
  if (reason === undefined) throw new Error(`${operationId}: neither used nor explained`);
  return reason;
}
