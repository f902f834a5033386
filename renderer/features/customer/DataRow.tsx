import { Pencil } from 'lucide-react';
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import type { AttachedData, Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { performOperation } from '../../state/requests';
import { useIsUnderWay, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Name } from '../../ui/Name';
import { useReason } from '../dialogs/use-reason';
import styles from './Customer.module.css';
import { DataForm } from './DataForm';

interface DataRowProps {
  readonly call: Call;
  readonly data: AttachedData;
  readonly onDelete: () => void;
}

/** A key and its value; changing and deleting it open in its place. */
export function DataRow({ call, data, onDelete }: DataRowProps): ReactNode {
  const { key, value, isText } = data;
  const [isEdited, setIsEdited] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  // Where the form was, the focus goes back to the button that opened it.
  useEffect(() => {
    if (wasEdited.current && !isEdited) {
      change.current?.focus();
    }
    wasEdited.current = isEdited;
  }, [isEdited]);
  const update = { kind: 'update-data', callId: call.id, key, value } as const;
  const remove = { kind: 'delete-data', callId: call.id, key } as const;
  const isChanging = useIsUnderWay(performOperation(update));
  const isDeleting = useIsUnderWay(performOperation(remove));
  const { send } = useWindowActions();
  const whyNotChanged = useReason(call, 'update-data');
  const whyNotDeleted = useReason(call, 'delete-data');
  if (isEdited) {
    return (
      <DataForm
        dataKey={key}
        value={value}
        canChangeValue={isText && whyNotChanged === undefined}
        deletion={{
          label: format(en.actions.deleteData, { key }),
          reason: whyNotDeleted,
          onPress: () => {
            send(performOperation(remove), key);
            onDelete();
            setIsEdited(false);
          },
        }}
        onCancel={() => setIsEdited(false)}
        onSave={(_key, changed) => {
          send(performOperation({ ...update, value: changed }), key);
          setIsEdited(false);
        }}
      />
    );
  }
  const reason =
    whyNotChanged !== undefined && whyNotDeleted !== undefined ? whyNotChanged : undefined;
  return (
    <div className={styles.row}>
      <span className={styles.key} title={key}>
        <KeyName text={key} />
      </span>
      <span className={isText ? styles.value : styles.json}>
        <Name text={value} />
      </span>
      <span className={styles.edit}>
        <Button
          ref={change}
          look="icon"
          icon={<Pencil />}
          label={format(en.actions.changeData, { key })}
          isBusy={isChanging || isDeleting}
          reason={reason}
          onPress={() => setIsEdited(true)}
        />
      </span>
    </div>
  );
}

/** May be broken where a word of it begins, as in `CustomerName`. */
function KeyName({ text }: { readonly text: string }): ReactNode {
  return (
    <bdi>
      {text.split(/(?<=\p{Ll})(?=\p{Lu})/u).map((word, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </bdi>
  );
}
