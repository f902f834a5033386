import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { AttachedData, Call } from '../../../contract/call-model';
import { listParties } from '../../../contract/call-names';
import { findCall, findCurrentCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { pick, useCurrentCallActions, useDeletedActions } from '../../actions/use-actions';
import { performOperation } from '../../state/requests';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Names, Sentence } from '../../ui/Name';
import { Section } from '../../ui/Section';
import { ActionButton } from '../actions/ActionButton';
import styles from './Customer.module.css';
import { DataForm } from './DataForm';
import { DataRow, ReadOnlyRow } from './DataRow';
import type { ShownData } from './steady-data';
import { useSteadyData } from './use-steady-data';

/** The number of rows that are shown before the agent presses Show all. */
const FIRST_ROWS = 8;

/**
 * The data attached to the current call. Not shown for a call that has none and cannot have any, unless it is a
 * consultation about a call that has some.
 */
export function Customer(): ReactNode {
  const call = useSnapshot(findCurrentCall);
  const askedAbout = useSnapshot((snapshot) => findCall(snapshot, call?.parentCallId));
  if (call === undefined) return null;
  const { attachedData: data = [], actions } = call;
  const others =
    askedAbout?.attachedData?.filter(({ key }) => !data.some((own) => own.key === key)) ?? [];
  if (data.length + others.length === 0 && !actions.includes('attach-data')) return null;
  return (
    <DataOfCall key={call.id} call={call} data={data}>
      {askedAbout !== undefined && others.length > 0 && (
        <DataAskedAbout call={askedAbout} data={others} />
      )}
    </DataOfCall>
  );
}

interface DataOfCallProps {
  readonly call: Call;
  readonly data: readonly AttachedData[];
  /** Shown below. */
  readonly children: ReactNode;
}

function DataOfCall({ call, data, children }: DataOfCallProps): ReactNode {
  const [asksForAll, setAsksForAll] = useState(false);
  const actions = useCurrentCallActions(call);
  const { rows, freezeProps } = useSteadyData(call.id, data);
  const used = useWindowState(({ panel }) =>
    panel?.kind === 'keypad' || panel?.callId !== call.id ? undefined : panel,
  );
  const changedKey = used?.kind === 'change-data' ? used.key : undefined;
  const showsAll = asksForAll || rows.findIndex(({ key }) => key === changedKey) >= FIRST_ROWS;
  const shown = showsAll ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <Section
      name="customer"
      title={en.actions.data}
      label={en.actions.data}
      isUsed={used !== undefined}
      actions={<AddButton call={call} />}
    >
      <div {...freezeProps}>
        {shown.length > 0 && (
          <ul className={styles.rows}>
            {shown.map((row) => (
              <li key={row.key}>
                {row.kind === 'data' ? (
                  <DataRow call={call} data={row} />
                ) : (
                  <DeletedRow call={call} row={row} />
                )}
              </li>
            ))}
          </ul>
        )}
        <AddForm call={call} />
        {rows.length > 0 && (
          <div className={styles.foot}>
            {rows.length > shown.length && (
              <ShowAll count={rows.length} onPress={() => setAsksForAll(true)} />
            )}
            <span className={styles.end}>
              <ActionButton
                action={pick(actions, 'delete-all-data')}
                look="discreet-danger"
                hasIcon={false}
              />
            </span>
          </div>
        )}
        {children}
      </div>
    </Section>
  );
}

interface DataAskedAboutProps {
  readonly call: Call;
  /** Without the keys that the consultation has too, because the service copied them. */
  readonly data: readonly AttachedData[];
}

/** The data of the customer's call while a colleague is consulted. It can be changed in that call. */
function DataAskedAbout({ call, data }: DataAskedAboutProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? data : data.slice(0, FIRST_ROWS);
  return (
    <>
      <p className={styles.source}>
        <Sentence
          text={en.actions.dataOfCall}
          values={{ parties: <Names list={listParties(call)} /> }}
        />
      </p>
      <ul className={styles.rows}>
        {shown.map((item) => (
          <li key={item.key}>
            <ReadOnlyRow data={item} />
          </li>
        ))}
      </ul>
      {data.length > shown.length && (
        <div className={styles.foot}>
          <ShowAll count={data.length} onPress={() => setShowsAll(true)} />
        </div>
      )}
    </>
  );
}

interface ShowAllProps {
  readonly count: number;
  readonly onPress: () => void;
}

function ShowAll({ count, onPress }: ShowAllProps): ReactNode {
  return (
    <Button look="quiet" onPress={onPress}>
      {format(en.actions.showAllData, { count })}
    </Button>
  );
}

interface DeletedRowProps {
  readonly call: Call;
  readonly row: ShownData;
}

/** Replaces a deleted row. The agent can undo a deletion for a while. */
function DeletedRow({ call, row }: DeletedRowProps): ReactNode {
  const undo = pick(useDeletedActions(call, row), 'undo-data');
  return (
    <div className={styles.deleted}>
      <span role="status" className={styles.deletedText}>
        <Sentence text={en.actions.dataDeleted} values={{ key: row.key }} />
      </span>
      {row.kind === 'deleted' && <ActionButton action={undo} />}
    </div>
  );
}

function useIsAdding(call: Call): boolean {
  return useWindowState(({ panel }) => panel?.kind === 'add-data' && panel.callId === call.id);
}

function AddButton({ call }: { readonly call: Call }): ReactNode {
  const isAdding = useIsAdding(call);
  const action = pick(useCurrentCallActions(call), 'add-data');
  const button = useRef<HTMLButtonElement>(null);
  const wasAdding = useRef(isAdding);
  // The form that had the focus is closed.
  useLayoutEffect(() => {
    if (wasAdding.current && document.activeElement === document.body) button.current?.focus();
    wasAdding.current = isAdding;
  }, [isAdding]);
  return isAdding ? null : <ActionButton action={action} look="quiet" ref={button} />;
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
