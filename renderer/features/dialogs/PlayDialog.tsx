import { useState, type ReactNode } from 'react';
import { MAX_PLAYED } from '../../../contract/call-limits';
import type { Call, Participant } from '../../../contract/call-model';
import type { Audio } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { describeParties } from '../../../contract/call-names';
import { performOperation } from '../../state/requests';
import { useLine, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { RadioField, SelectField, TextArea, TextField } from '../../ui/Fields';
import { Sentence } from '../../ui/Name';
import styles from './Dialogs.module.css';
import { useParticipantReason, useReason } from './use-reason';

const CHOICES = [
  { value: 'sentence', label: en.actions.saySentence },
  { value: 'file', label: en.actions.playFile },
];

/** Asks what to say or play to everybody in a conference. */
export function PlayToAllDialog({ call }: { readonly call: Call }): ReactNode {
  const { send } = useWindowActions();
  return (
    <PlayDialog
      audio={useLine(call.line)?.audio}
      about={en.actions.playToAll}
      reason={useReason(call, 'play')}
      onPlay={(audio) => {
        const operation = { kind: 'play', callId: call.id, audio } as const;
        send(performOperation(operation), describeParties(call));
      }}
    />
  );
}

interface PlayToOneDialogProps {
  readonly call: Call;
  readonly participant: Participant;
}

/** Asks what to say or play to a member of a conference. */
export function PlayToOneDialog({ call, participant }: PlayToOneDialogProps): ReactNode {
  const { send } = useWindowActions();
  const { id, name } = participant;
  return (
    <PlayDialog
      audio={useLine(call.line)?.audio}
      about={<Sentence text={en.actions.playTo} values={{ name }} />}
      reason={useParticipantReason(call, participant, 'play')}
      onPlay={(audio) => {
        const operation = {
          kind: 'play-participant',
          callId: call.id,
          participantId: id,
          audio,
        } as const;
        send(performOperation(operation), name);
      }}
    />
  );
}

interface PlayDialogProps {
  /** The names to choose from; undefined if any sentence or file can be played. */
  readonly audio: readonly string[] | undefined;
  /** The people who will hear it. */
  readonly about: ReactNode;
  readonly reason: string | undefined;
  readonly onPlay: (audio: Audio) => void;
}

function PlayDialog({ audio: names, ...shown }: PlayDialogProps): ReactNode {
  return names === undefined ? <PlayAnything {...shown} /> : <PlayNamed {...shown} names={names} />;
}

type PlayingProps = Omit<PlayDialogProps, 'audio'>;

function PlayNamed({
  names,
  about,
  reason,
  onPlay,
}: PlayingProps & { readonly names: readonly string[] }): ReactNode {
  const { closeDialog } = useWindowActions();
  const [name, setName] = useState(names[0] ?? '');
  return (
    <Dialog
      title={en.actions.playTitle}
      answers={[
        {
          label: en.actions.playNow,
          isDisabled: name === '',
          reason,
          onPress: () => {
            onPlay({ kind: 'named', name });
            closeDialog();
          },
        },
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <p className={styles.about}>{about}</p>
      <SelectField
        label={en.actions.recordedAudio}
        choices={names.map((choice) => ({ value: choice, label: choice }))}
        value={name}
        onChange={setName}
      />
    </Dialog>
  );
}

function PlayAnything({ about, reason, onPlay }: PlayingProps): ReactNode {
  const { closeDialog } = useWindowActions();
  const [kind, setKind] = useState('sentence');
  const [sentence, setSentence] = useState('');
  const [url, setUrl] = useState('');
  const audio: Exclude<Audio, { kind: 'named' }> =
    kind === 'file' ? { kind, url: url.trim() } : { kind: 'sentence', sentence: sentence.trim() };
  const isFilled = audio.kind === 'file' ? isWebAddress(audio.url) : audio.sentence !== '';

  function play(): void {
    onPlay(audio);
    closeDialog();
  }

  return (
    <Dialog
      title={en.actions.playTitle}
      answers={[{ label: en.actions.playNow, isDisabled: !isFilled, reason, onPress: play }]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <p className={styles.about}>{about}</p>
      <RadioField label={en.actions.playWhat} choices={CHOICES} value={kind} onChange={setKind} />
      {audio.kind === 'file' ? (
        <TextField
          label={en.actions.fileAddress}
          hint={audio.url === '' || isFilled ? undefined : en.actions.fileAddressHint}
          value={url}
          maxLength={MAX_PLAYED}
          onChange={setUrl}
        />
      ) : (
        <TextArea
          label={en.actions.sentence}
          value={sentence}
          maxLength={MAX_PLAYED}
          onChange={setSentence}
        />
      )}
    </Dialog>
  );
}

/** The complete web address of a file that the service can fetch. */
export function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
