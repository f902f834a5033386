import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { AttachedData as Piece, Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { findCurrentCall } from '../../../contract/find-calls';
import { pick, useCurrentCallActions } from '../../actions/use-actions';
import { performOperation } from '../../state/requests';
import {
  useIsUnderWay,
  useSnapshot,
  useWindowActions,
  useWindowState,
} from '../../state/window-context';
import { Button } from '../../ui/Button';
import card from '../../ui/Card.module.css';
import { Name } from '../../ui/Name';
import { ActionButton } from '../actions/ActionButton';
import { useReason } from '../dialogs/use-reason';
import styles from './AttachedData.module.css';
import { DataForm } from './DataForm';

/** So many pieces are shown before the agent asks for the rest. */
const FIRST_PIECES = 8;

/** What is attached to the current call. Not there for a call that has nothing and can have nothing. */
export function AttachedData(): ReactNode {
  const call = useSnapshot(findCurrentCall);
  const hasData = (call?.attachedData ?? []).length > 0;
  return call === undefined || (!hasData && !call.actions.includes('attach-data')) ? null : (
    <DataOfCall key={call.id} call={call} pieces={call.attachedData ?? []} />
  );
}

interface DataOfCallProps {
  readonly call: Call;
  readonly pieces: readonly Piece[];
}

function DataOfCall({ call, pieces }: DataOfCallProps): ReactNode {
  const actions = useCurrentCallActions(call);
  const [changedKey, setChangedKey] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? pieces : pieces.slice(0, FIRST_PIECES);
  return (
    <section aria-label={en.actions.data} className={card.card}>
      <div className={card.head}>
        <h2 className={card.title}>{en.actions.data}</h2>
        {pieces.length > 0 && <span className={card.count}>{pieces.length}</span>}
        <span className={card.end}>
          <AddButton call={call} />
        </span>
      </div>
      {shown.length > 0 && (
        <ul className={styles.pieces}>
          {shown.map((piece) => (
            <li key={piece.key} className={styles.piece}>
              {changedKey === piece.key ? (
                <ChangeForm call={call} piece={piece} onClose={() => setChangedKey(undefined)} />
              ) : (
                <PieceRow call={call} piece={piece} onChange={() => setChangedKey(piece.key)} />
              )}
            </li>
          ))}
        </ul>
      )}
      <AddForm call={call} />
      {pieces.length > 0 && (
        <div className={styles.foot}>
          {pieces.length > shown.length && (
            <Button look="quiet" onPress={() => setShowsAll(true)}>
              {format(en.actions.showAllData, { count: pieces.length })}
            </Button>
          )}
          <span className={card.end}>
            <ActionButton
              action={pick(actions, 'delete-all-data')}
              look="quiet-danger"
              hasIcon={false}
            />
          </span>
        </div>
      )}
    </section>
  );
}

interface PieceProps {
  readonly call: Call;
  readonly piece: Piece;
}

function PieceRow({ call, piece, onChange }: PieceProps & { onChange: () => void }): ReactNode {
  const { key, value, isText } = piece;
  const update = { kind: 'update-data', callId: call.id, key, value } as const;
  const remove = { kind: 'delete-data', callId: call.id, key } as const;
  const isChanging = useIsUnderWay(performOperation(update));
  const isDeleting = useIsUnderWay(performOperation(remove));
  const { send } = useWindowActions();
  const whyNotChanged = useReason(call, 'update-data');
  const whyNotDeleted = useReason(call, 'delete-data');
  return (
    <>
      <span className={styles.words}>
        <span className={styles.key}>
          <Name text={key} />
        </span>
        <span className={isText ? styles.value : styles.json}>
          <Name text={value} />
        </span>
      </span>
      {isText && (
        <Button
          look="quiet"
          icon={<Pencil />}
          label={format(en.actions.changeData, { key })}
          isBusy={isChanging}
          reason={whyNotChanged}
          onPress={onChange}
        />
      )}
      <Button
        look="discreet-danger"
        icon={<Trash2 />}
        label={format(en.actions.deleteData, { key })}
        isBusy={isDeleting}
        reason={whyNotDeleted}
        onPress={() => send(performOperation(remove), key)}
      />
    </>
  );
}

function ChangeForm({ call, piece, onClose }: PieceProps & { onClose: () => void }): ReactNode {
  const { send } = useWindowActions();
  const { key } = piece;
  return (
    <DataForm
      dataKey={key}
      value={piece.value}
      onCancel={onClose}
      onSave={(_key, value) => {
        const operation = { kind: 'update-data', callId: call.id, key, value } as const;
        send(performOperation(operation), key);
        onClose();
      }}
    />
  );
}

function useIsAdding(call: Call): boolean {
  return useWindowState(({ panel }) => panel?.kind === 'add-data' && panel.callId === call.id);
}

function AddButton({ call }: { readonly call: Call }): ReactNode {
  const isAdding = useIsAdding(call);
  const action = pick(useCurrentCallActions(call), 'add-data');
  return isAdding ? null : <ActionButton action={action} look="quiet" />;
}

function AddForm({ call }: { readonly call: Call }): ReactNode {
  const isAdding = useIsAdding(call);
  const { send, togglePanel } = useWindowActions();
  const close = (): void => togglePanel({ kind: 'add-data', callId: call.id });
  return !isAdding ? null : (
    <div className={styles.adding}>
      <DataForm
        value=""
        onCancel={close}
        onSave={(key, value) => {
          const operation = { kind: 'attach-data', callId: call.id, key, value } as const;
          send(performOperation(operation), key);
          close();
        }}
      />
    </div>
  );
}
