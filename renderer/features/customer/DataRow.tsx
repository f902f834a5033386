import { dequal } from 'dequal';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import type { AttachedData, Call } from '../../../contract/call-model';
import { canSendBack } from '../../actions/data-actions';
import { pick, useDataActions } from '../../actions/use-actions';
import { performOperation } from '../../state/requests';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { Name } from '../../ui/Name';
import { ActionButton } from '../actions/ActionButton';
import { useReason } from '../dialogs/use-reason';
import styles from './Customer.module.css';
import { DataForm } from './DataForm';

interface DataRowProps {
  readonly call: Call;
  readonly data: AttachedData;
}

/** A key and its value. The form to change or delete it opens in its place. */
export function DataRow({ call, data }: DataRowProps): ReactNode {
  const { key, value } = data;
  const panel = { kind: 'change-data', callId: call.id, key } as const;
  const isEdited = useWindowState((state) => dequal(state.panel, panel));
  const change = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  // After the form closes, the focus returns to the button that opened it.
  useEffect(() => {
    if (wasEdited.current && !isEdited) {
      change.current?.focus();
    }
    wasEdited.current = isEdited;
  }, [isEdited]);
  const actions = useDataActions(call, data);
  const { send, togglePanel } = useWindowActions();
  const whyNotChanged = useReason(call, 'update-data');
  if (isEdited) {
    return (
      <DataForm
        dataKey={key}
        value={value}
        canChangeValue={canSendBack(data) && whyNotChanged === undefined}
        deletion={pick(actions, 'delete-data')}
        onCancel={() => togglePanel(panel)}
        onSave={(_key, changed) => {
          const operation = { kind: 'update-data', callId: call.id, key, value: changed } as const;
          send(performOperation(operation), key);
          togglePanel(panel);
        }}
      />
    );
  }
  return (
    <div className={styles.row}>
      <DataText data={data} />
      <span className={styles.edit}>
        <ActionButton ref={change} action={pick(actions, 'change-data')} look="icon" isIconOnly />
      </span>
    </div>
  );
}

/** A key and its value, only to read. */
export function ReadOnlyRow({ data }: { readonly data: AttachedData }): ReactNode {
  return (
    <div className={styles.readOnly}>
      <DataText data={data} />
    </div>
  );
}

function DataText({ data: { key, value, isText } }: { readonly data: AttachedData }): ReactNode {
  return (
    <>
      <span className={styles.key} title={key}>
        <KeyName text={key} />
      </span>
      <span className={isText ? styles.value : styles.json}>
        <Name text={value} />
      </span>
    </>
  );
}

/** Allows line breaks before each word of a key such as `CustomerName`. */
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
