import { FileInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { MAX_CONTACT_FILE, MAX_CONTACTS } from '../../../contract/contact-limits';
import type { ContactPreview } from '../../../contract/contacts';
import type { AppError } from '../../../contract/errors';
import { describeError } from '../../../contract/locale/describe-error';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { isolate } from '../../../contract/text';
import { readDropped } from '../../state/read-dropped';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import zone from '../../ui/DropZone.module.css';
import { classNames } from '../../ui/class-names';
import { Dialog } from '../../ui/Dialog';
import { Name, Sentence } from '../../ui/Name';
import { ErrorMessage } from '../settings/Outcome';
import settings from '../settings/Settings.module.css';
import styles from './Contacts.module.css';

/** The maximum number of lines that are listed. More are counted. */
const SHOWN_MISTAKES = 20;

/** Imports a file of contacts, chosen or dropped, after a preview. */
export function ImportContacts({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { previewContacts, importContacts } = useWindowActions().contacts;
  const [isOver, setIsOver] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [preview, setPreview] = useState<ContactPreview>();
  const [problem, setProblem] = useState<readonly string[]>();

  async function read(dropped?: File): Promise<void> {
    setIsBusy(true);
    setProblem(undefined);
    const file = dropped && (await readDropped(dropped, MAX_CONTACT_FILE));
    const answer = file?.ok === false ? file : await previewContacts(file?.value);
    setIsBusy(false);
    if (answer.ok) setPreview(answer.value ?? undefined);
    else setProblem(describeFailure(answer.error));
  }

  async function add(): Promise<void> {
    setPreview(undefined);
    const answer = await importContacts();
    if (!answer.ok) setProblem(describeFailure(answer.error));
    onDone();
  }

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
        if (file !== undefined) void read(file);
      }}
    >
      <Button icon={<FileInput aria-hidden />} isBusy={isBusy} onPress={() => void read()}>
        {en.contacts.import}
      </Button>
      <p className={settings.detail}>{en.contacts.importHint}</p>
      {problem !== undefined && <ErrorMessage lines={problem} />}
      {preview !== undefined && (
        <Dialog
          title={<Sentence text={en.contacts.previewTitle} values={{ file: preview.fileName }} />}
          answers={[
            {
              label: en.contacts.addThem,
              isDisabled: preview.added === 0,
              onPress: () => void add(),
            },
          ]}
          cancelLabel={en.window.cancel}
          onCancel={() => setPreview(undefined)}
        >
          <Preview preview={preview} />
        </Dialog>
      )}
    </div>
  );
}

function describeFailure(error: AppError): readonly string[] {
  return error.code === 'bad-input'
    ? [format(en.contacts.failures.noContacts, { file: isolate(error.detail ?? '') })]
    : [en.contacts.failures.import, ...describeError(error, { hasCodes: true })];
}

function Preview({ preview }: { readonly preview: ContactPreview }): ReactNode {
  const { known, leftOut, sample, mistakes, mistakeCount } = preview;
  const listed = mistakes.slice(0, SHOWN_MISTAKES);
  return (
    <>
      <div>
        <p>{describeAdded(preview)}</p>
        {known > 0 && <p>{format(en.contacts.known, { count: known })}</p>}
        {leftOut > 0 && (
          <p>{format(en.contacts.leftOut, { count: leftOut, limit: MAX_CONTACTS })}</p>
        )}
      </div>
      {sample.length > 0 && (
        <ul aria-label={en.contacts.sample} className={styles.sample}>
          {sample.map(({ name, numbers }, index) => (
            <li key={index}>
              <Name text={name} />{' '}
              <bdi dir="ltr" className={styles.quiet}>
                {numbers[0]?.number}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {mistakeCount > 0 && (
        <div>
          <p>{format(en.contacts.mistakes, { count: mistakeCount })}</p>
          <ul className={styles.mistakes}>
            {listed.map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>
                {format(en.contacts.mistakeAt, {
                  line,
                  reason: en.contacts.mistakeReasons[reason],
                })}
              </li>
            ))}
            {mistakeCount > listed.length && (
              <li>{format(en.contacts.moreMistakes, { count: mistakeCount - listed.length })}</li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}

function describeAdded({ added }: ContactPreview): string {
  if (added === 0) return en.contacts.willAddNone;
  return added === 1 ? en.contacts.willAddOne : format(en.contacts.willAdd, { count: added });
}
