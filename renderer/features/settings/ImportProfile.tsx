import { FileInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { describeError } from '../../../contract/locale/describe-error';
import { Button } from '../../ui/Button';
import zone from '../../ui/DropZone.module.css';
import { classNames } from '../../ui/class-names';
import { Mistakes } from './Mistakes';
import { ErrorMessage } from './Outcome';
import shared from './Settings.module.css';
import { useImport } from './use-import';

interface ImportProfileProps {
  readonly onDone: () => void;
}

/** Imports a profile file, chosen or dropped. */
export function ImportProfile({ onDone }: ImportProfileProps): ReactNode {
  const { isBusy, problem, start } = useImport(onDone);
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      className={classNames(zone.drop, isOver && zone.isOver)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) void start(file);
      }}
    >
      <Button icon={<FileInput aria-hidden />} isBusy={isBusy} onPress={() => void start()}>
        {en.settings.import}
      </Button>
      <p className={shared.detail}>{en.settings.importHint}</p>
      {problem?.kind === 'invalid' && <Mistakes mistakes={problem.mistakes} />}
      {problem?.kind === 'failed' && (
        <ErrorMessage lines={describeError(problem.error, { hasCodes: true })} />
      )}
    </div>
  );
}
