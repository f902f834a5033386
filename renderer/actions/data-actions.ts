import { Pencil, Trash2, Undo2, type LucideIcon } from 'lucide-react';
import { callAvailability, reasonOf } from '../../contract/actions/availability';
import type { AttachedData, Call, CallAction } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { isolate } from '../../contract/text';
import type { Deletion, WindowState } from '../state/window-store';
import { performOperation } from '../state/requests';
import { isUnderWay } from '../state/pending';
import { markPending, type ActionRun, type WindowAction } from './window-action';

/**
 * The actions to change and delete a call's data, and to restore data that the agent has just
 * deleted.
 */
export function listDataActions(state: WindowState, call: Call): WindowAction[] {
  const data = call.attachedData ?? [];
  const deleted = state.deletions.filter(
    ({ callId, doneAt }) => callId === call.id && doneAt !== undefined,
  );
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
  const { key, value } = data;
  const about = { callId: call.id, key };
  const whyNotChanged = whyNot(state, call, 'update-data');
  const whyNotDeleted = whyNot(state, call, 'delete-data');
  const deletion = { kind: 'delete-data', ...about } as const;
  const isDeleting = isUnderWay(state, performOperation(deletion));
  const isChanging = isUnderWay(state, performOperation({ kind: 'update-data', ...about, value }));
  const index = (call.attachedData ?? []).findIndex((item) => item.key === key);
  const deletes: Deletion = { callId: call.id, data, index, doneAt: undefined };
  const canUndo = canSendBack(data) && whyNot(state, call, 'attach-data') === undefined;
  return [
    {
      // A value that is not text can only be deleted, in the same form.
      ...describe('change-data', call, key, en.actions.changeData, Pencil),
      reason:
        whyNotDeleted === undefined || (canSendBack(data) && whyNotChanged === undefined)
          ? undefined
          : (whyNotChanged ?? whyNotDeleted),
      isBusy: isDeleting || isChanging,
      run: { kind: 'toggle', panel: { kind: 'change-data', ...about } },
    },
    {
      ...describe('delete-data', call, key, en.actions.deleteData, Trash2),
      reason: whyNotDeleted,
      isBusy: isDeleting,
      run: canUndo
        ? { ...perform(deletion), deletes }
        : { kind: 'open', dialog: { kind: 'delete-data', call, deletion: deletes } },
    },
  ];
}

/** Whether the value can be changed, and attached again after a deletion, without losing anything. */
export function canSendBack({ isText, isAltered }: AttachedData): boolean {
  return isText && isAltered !== true;
}

/** Undo, for data that can be attached again. */
export function listActionsOnDeleted(
  state: WindowState,
  call: Call,
  data: AttachedData,
): WindowAction[] {
  const { key, value } = data;
  return canSendBack(data)
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
