import { useId, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Recording } from '../../../contract/recording';
import { OngoingNote } from './OngoingNote';
import styles from './Recording.module.css';
import { RecordingFacts } from './RecordingFacts';

interface RecordingChoiceProps {
  readonly recordings: readonly Recording[];
  readonly chosenId: string | undefined;
  readonly onChoose: (recordingId: string) => void;
}

/** If there is more than one recording, the agent chooses one. None is preselected. */
export function RecordingChoice(props: RecordingChoiceProps): ReactNode {
  const { recordings, chosenId, onChoose } = props;
  const name = useId();
  return (
    <>
      <p>{format(en.recordings.several, { count: recordings.length })}</p>
      <fieldset className={styles.choices}>
        <legend>{en.recordings.choose}</legend>
        {recordings.map((recording, index) => (
          <Choice
            key={recording.recordingId ?? index}
            name={name}
            recording={recording}
            isChosen={recording.recordingId !== undefined && recording.recordingId === chosenId}
            onChoose={onChoose}
          />
        ))}
      </fieldset>
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly recording: Recording;
  readonly isChosen: boolean;
  readonly onChoose: (recordingId: string) => void;
}

function Choice({ name, recording, isChosen, onChoose }: ChoiceProps): ReactNode {
  const factsId = useId();
  const { recordingId, startTime } = recording;
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name={name}
        aria-label={
          startTime === undefined
            ? en.recordings.recordingWithoutStart
            : format(en.recordings.recordingFrom, { start: startTime })
        }
        aria-describedby={factsId}
        checked={isChosen}
        disabled={recordingId === undefined}
        onChange={() => {
          if (recordingId !== undefined) {
            onChoose(recordingId);
          }
        }}
      />
      <div id={factsId}>
        <RecordingFacts recording={recording} />
        <OngoingNote recording={recording} />
        {recordingId === undefined && <p>{en.recordings.cannotBeChosen}</p>}
      </div>
    </label>
  );
}
