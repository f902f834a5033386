import { dequal } from 'dequal';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../contract/bridge';
import type { Line } from '../../contract/call-model';
import type { AppError } from '../../contract/errors';
import { findLine } from '../../contract/descriptor-of';
import type { LineDescriptor } from '../../contract/lines';
import type { Recording } from '../../contract/recording';
import type { Result } from '../../contract/result';
import type { Snapshot } from '../../contract/snapshot';
import { isUnderWay, type RequestSubject } from './pending';
import type { WindowRequest } from './requests';
import { dismissRefusal, refuseRequest, sendRequest } from './send-request';
import {
  finishWrapUp,
  setWritingNote,
  type Deletion,
  type OpenDialog,
  type Panel,
  type WindowState,
  type WindowStore,
} from './window-store';

/** The requests of the settings to the main process. */
export type SettingsRequests = Pick<
  Bridge,
  | 'getSettings'
  | 'saveSection'
  | 'removeSection'
  | 'testService'
  | 'importProfile'
  | 'acceptProfile'
  | 'createProfile'
  | 'renameProfile'
  | 'selectProfile'
  | 'deleteProfile'
  | 'signOut'
  | 'startDemo'
  | 'leaveDemo'
  | 'setGlobalShortcut'
  | 'setOpenLinks'
  | 'setStartAtLogin'
>;

/** The requests about contacts. */
export type ContactRequests = Pick<
  Bridge,
  | 'suggestPeople'
  | 'listContacts'
  | 'previewContacts'
  | 'importContacts'
  | 'removeContacts'
  | 'setFavorite'
>;

/** The actions that are available to components. */
export interface WindowActions {
  /**
   * `target` is the person or thing that the request concerns, for the alert if it is declined.
   */
  readonly send: (request: WindowRequest, target: string) => void;
  /** Shows why a request is not sent. */
  readonly refuse: (request: WindowRequest, target: string, error: AppError) => void;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly closeDialog: () => void;
  /** Opens or closes a panel of the current call. */
  readonly togglePanel: (panel: Panel) => void;
  /** Offers Undo for a deletion, and closes the form. */
  readonly noteDeletion: (deletion: Deletion) => void;
  /** Ends the time to undo the deletion of this key. */
  readonly forgetDeletion: (callId: string, key: string) => void;
  readonly dismissRefusal: (key: string) => void;
  readonly lookUpRecordings: (callId: string) => Promise<Result<readonly Recording[]>>;
  /** Must be called when the focus enters or leaves the note. */
  readonly noteWriting: (isWriting: boolean) => void;
  /** Ends the wrap-up of an ended call. */
  readonly finishWrapUp: () => void;
  readonly saveWrapUp: Bridge['saveWrapUp'];
  readonly searchHistory: Bridge['searchHistory'];
  readonly exportHistory: Bridge['exportHistory'];
  readonly clearHistory: Bridge['clearHistory'];
  readonly keepHistoryFor: Bridge['keepHistoryFor'];
  readonly getAbout: Bridge['getAbout'];
  readonly getDiagnostics: Bridge['getDiagnostics'];
  readonly saveDiagnostics: Bridge['saveDiagnostics'];
  readonly sendTestNotification: Bridge['sendTestNotification'];
  readonly settings: SettingsRequests;
  readonly contacts: ContactRequests;
  /** Reports the displayed revision to the main process. */
  readonly reportPainted: () => void;
}

export interface WindowContextValue {
  readonly store: WindowStore;
  readonly actions: WindowActions;
}

export const WindowContext = createContext<WindowContextValue | undefined>(undefined);

export function createWindowActions(bridge: Bridge, store: WindowStore): WindowActions {
  return {
    send: (request, target) => void sendRequest(bridge, store, request, target),
    refuse: (request, target, error) => refuseRequest(store, request, target, error),
    openDialog: (dialog) => store.setState({ dialog }),
    closeDialog: () => store.setState({ dialog: undefined }),
    togglePanel: (panel) =>
      store.setState((state) => ({ panel: dequal(state.panel, panel) ? undefined : panel })),
    noteDeletion: (deletion) =>
      store.setState(({ deletions, panel }) => ({
        deletions: [...withoutDeletion(deletions, deletion.callId, deletion.data.key), deletion],
        panel: panel?.kind === 'change-data' ? undefined : panel,
      })),
    forgetDeletion: (callId, key) =>
      store.setState(({ deletions }) => ({ deletions: withoutDeletion(deletions, callId, key) })),
    dismissRefusal: (key) => dismissRefusal(store, key),
    lookUpRecordings: (callId) => settle(bridge.lookUpRecordings({ callId })),
    noteWriting: (isWriting) => setWritingNote(store, isWriting),
    finishWrapUp: () => finishWrapUp(store),
    saveWrapUp: (wrapUp) => settle(bridge.saveWrapUp(wrapUp)),
    searchHistory: (query) => settle(bridge.searchHistory(query)),
    exportHistory: (request) => settle(bridge.exportHistory(request)),
    clearHistory: () => settle(bridge.clearHistory()),
    keepHistoryFor: (request) => settle(bridge.keepHistoryFor(request)),
    getAbout: () => settle(bridge.getAbout()),
    getDiagnostics: () => settle(bridge.getDiagnostics()),
    saveDiagnostics: () => settle(bridge.saveDiagnostics()),
    sendTestNotification: () => settle(bridge.sendTestNotification()),
    settings: {
      getSettings: () => settle(bridge.getSettings()),
      saveSection: (form) => settle(bridge.saveSection(form)),
      removeSection: (request) => settle(bridge.removeSection(request)),
      testService: (form) => settle(bridge.testService(form)),
      importProfile: (file) => settle(bridge.importProfile(file)),
      acceptProfile: (request) => settle(bridge.acceptProfile(request)),
      createProfile: (request) => settle(bridge.createProfile(request)),
      renameProfile: (request) => settle(bridge.renameProfile(request)),
      selectProfile: (request) => settle(bridge.selectProfile(request)),
      deleteProfile: (request) => settle(bridge.deleteProfile(request)),
      signOut: () => settle(bridge.signOut()),
      startDemo: () => settle(bridge.startDemo()),
      leaveDemo: () => settle(bridge.leaveDemo()),
      setGlobalShortcut: (request) => settle(bridge.setGlobalShortcut(request)),
      setOpenLinks: (request) => settle(bridge.setOpenLinks(request)),
      setStartAtLogin: (request) => settle(bridge.setStartAtLogin(request)),
    },
    contacts: {
      suggestPeople: (query) => settle(bridge.suggestPeople(query)),
      listContacts: (query) => settle(bridge.listContacts(query)),
      previewContacts: (file) => settle(bridge.previewContacts(file)),
      importContacts: () => settle(bridge.importContacts()),
      removeContacts: () => settle(bridge.removeContacts()),
      setFavorite: (request) => settle(bridge.setFavorite(request)),
    },
    reportPainted: () => {
      const revision = store.getState().snapshot?.revision;
      if (revision !== undefined) {
        void bridge.reportPainted({ revision });
      }
    },
  };
}

function withoutDeletion(
  deletions: readonly Deletion[],
  callId: string,
  key: string,
): readonly Deletion[] {
  return deletions.filter((deletion) => deletion.callId !== callId || deletion.data.key !== key);
}

/** The main process always answers with a result. A rejected request is a bug. */
function settle<Value>(answer: Promise<Result<Value>>): Promise<Result<Value>> {
  return answer.catch(() => ({ ok: false, error: { code: 'internal' } }));
}

/** Selects a part of the state. The component renders again only when that part changes. */
export function useWindowState<Part>(select: (state: WindowState) => Part): Part {
  return useStore(useWindow().store, select);
}

/** Like `useWindowState`, for the snapshot; `undefined` until the first one has arrived. */
export function useSnapshot<Part>(select: (snapshot: Snapshot) => Part): Part | undefined {
  return useWindowState((state) =>
    state.snapshot === undefined ? undefined : select(state.snapshot),
  );
}

/** The descriptor of a line; undefined before the first snapshot. */
export function useLine(line: Line): LineDescriptor | undefined {
  return useSnapshot((snapshot) => findLine(snapshot, line));
}

export function useWindowActions(): WindowActions {
  return useWindow().actions;
}

/** Whether a request, or an equivalent one, is under way; see `isUnderWay`. */
export function useIsUnderWay(about: RequestSubject): boolean {
  return useWindowState((state) => isUnderWay(state, about));
}

/** The complete store, for event handlers. */
export function useWindow(): WindowContextValue {
  const value = useContext(WindowContext);
  if (value === undefined) {
    throw new Error('A component of the window is used outside of its context.');
  }
  return value;
}
