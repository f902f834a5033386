import { Pencil, Trash2, Undo2, type LucideIcon } from 'lucide-react';
import { callAvailability, reasonOf } from '../../contract/actions/availability';
import type { AttachedData, Call, CallAction } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { isolate } from '../../contract/text';
import type { WindowState } from '../state/window-store';
import { performOperation } from '../state/requests';
import { isUnderWay } from '../state/pending';
import { markPending, type ActionRun, type WindowAction } from './window-action';

/**
 * The actions to change and delete a call's data, and to restore data that the agent has just
 * deleted.
 */
export function listDataActions(state: WindowState, call: Call): WindowAction[] {
  const data = call.attachedData ?? [];
  const deleted = state.deletions.filter(({ callId, isDone }) => callId === call.id && isDone);
  return [
    ...deleted.flatMap((deletion) => listActionsOnDeleted(state, call, deletion.data)),
    ...data.flatMap((item) => listActionsOnData(state, call, item)),
  ];
}

/** The actions to change and delete one item of data. */
export function listActionsOnData(
  state: WindowState,
  call: Call,
  data: AttachedData,
): WindowAction[] {
  const { key, value, isText } = data;
  const about = { callId: call.id, key };
  const whyNotChanged = whyNot(state, call, 'update-data');
  const whyNotDeleted = whyNot(state, call, 'delete-data');
  const deletion = { kind: 'delete-data', ...about } as const;
  const isBusy = [deletion, { kind: 'update-data', ...about, value } as const].some((operation) =>
    isUnderWay(state, performOperation(operation)),
  );
  const index = (call.attachedData ?? []).findIndex((item) => item.key === key);
  return [
    {
      // A value that is not text can only be deleted, in the same form.
      ...describe('change-data', call, key, en.actions.changeData, Pencil),
      reason:
        whyNotDeleted === undefined || (isText && whyNotChanged === undefined)
          ? undefined
          : (whyNotChanged ?? whyNotDeleted),
      isBusy,
      run: { kind: 'toggle', panel: { kind: 'change-data', ...about } },
    },
    markPending(state, {
      ...describe('delete-data', call, key, en.actions.deleteData, Trash2),
      reason: whyNotDeleted,
      run: { ...perform(deletion), deletes: { callId: call.id, data, index, isDone: false } },
    }),
  ];
}

/** Undo, if the service allows attaching the data again. */
export function listActionsOnDeleted(
  state: WindowState,
  call: Call,
  { key, value, isText }: AttachedData,
): WindowAction[] {
  return isText
    ? [
        markPending(state, {
          ...describe('undo-data', call, key, en.actions.undo, Undo2),
          detail: format(en.actions.dataDeleted, { key: isolate(key) }),
          isOneOfMany: false,
          reason: whyNot(state, call, 'attach-data'),
          run: perform({ kind: 'attach-data', callId: call.id, key, value }),
        }),
      ]
    : [];
}

function whyNot({ snapshot }: WindowState, call: Call, action: CallAction): string | undefined {
  return snapshot && reasonOf(callAvailability(snapshot, call, action));
}

function describe(
  id: string,
  call: Call,
  key: string,
  label: string,
  icon: LucideIcon,
): Omit<WindowAction, 'run'> {
  return {
    id,
    key: `${id} ${call.id} ${key}`,
    label: format(label, { key }),
    ...(label.includes('{key}') && { name: key }),
    isBusy: false,
    isOneOfMany: true,
    icon,
  };
}

function perform(
  operation: CallOperation & { readonly key: string },
): Extract<ActionRun, { kind: 'perform' }> {
  return { kind: 'perform', operation, target: operation.key };
}
