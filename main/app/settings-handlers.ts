import { basename } from 'node:path';
import type { AppError } from '../../contract/errors';
import { fail, succeed, type Result } from '../../contract/result';
import type { FieldMistake, FormAnswer, Settings, TestAnswer } from '../../contract/settings';
import type { Vendor } from '../../contract/vendors';
import type { CallStore } from '../calls/store';
import { createSerialQueue } from '../disk/serial-queue';
import type { Handlers } from '../ipc/request-listeners';
import { describeSections } from '../settings/describe-sections';
import {
  EMPTY_CONTENT,
  editSection,
  removeSection,
  toContent,
  type ProfileContent,
} from '../settings/edit-section';
import type { CheckedProfile } from '../settings/parse-profile';
import { parseProfileText } from '../settings/parse-profile-text';
import { readProfileFile } from '../settings/profile-file';
import { PROFILE_SECTIONS, type Profile } from '../settings/profile';
import type { ProfileLibrary } from '../settings/profile-library';
import { asRecord } from '../settings/profile-secrets';
import { readProposal } from '../settings/read-proposal';
import type { LinkHandler } from '../desktop/link-handler';
import type { LoginItem } from '../desktop/login-item';
import type { ProfileControl } from './profile-control';
import type { ShortcutControl } from './shortcut-control';

export type SettingsHandlers = Pick<
  Handlers,
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

export interface SettingsParts {
  readonly profiles: ProfileLibrary;
  readonly control: Pick<
    ProfileControl,
    'reload' | 'showActive' | 'startDemo' | 'leaveDemo' | 'running'
  >;
  readonly store: Pick<CallStore, 'addNotice' | 'removeNotice'>;
  readonly shortcuts: Pick<ShortcutControl, 'read' | 'change'>;
  /** Undefined if this is set in the settings of the desktop. */
  readonly linkHandler: LinkHandler | undefined;
  /** Undefined if this desktop has no list of apps to start at login. */
  readonly loginItem: LoginItem | undefined;
  /** Asks the agent for a profile file; undefined if none is chosen. */
  readonly chooseProfile: () => Promise<string | undefined>;
  readonly testService: (profile: Profile, vendor: Vendor) => Promise<Result<null>>;
}

const DONE: Result<null> = succeed(null);
const SAVED: Result<FormAnswer> = succeed({ kind: 'done' });
const LOCKED: AppError = { code: 'keyring-locked' };
const MEMORY_ONLY: AppError = { code: 'memory-only' };

/** The handlers of the settings. They accept secrets and never return any. */
export function createSettingsHandlers(parts: SettingsParts): SettingsHandlers {
  const { profiles, control, store, loginItem } = parts;
  const onLocked = (): void => store.addNotice(LOCKED);
  /**
   * What is stored is changed in turn. A change may wait for the keyring as long as the user needs. Without
   * turns, another profile could become the active one meanwhile, and get the secrets of the one before.
   */
  const inTurn = createSerialQueue();

  /**
   * Switches to the stored profile. A different profile may be in use, from the command line or the
   * demo.
   */
  async function apply(): Promise<Result<null>> {
    const active = await (await profiles.active()).readOpen();
    if (active?.isMemoryOnly === true) store.addNotice(MEMORY_ONLY);
    else store.removeNotice(MEMORY_ONLY);
    const reloaded = await control.reload();
    return reloaded.ok ? DONE : reloaded;
  }

  async function applyIf(changed: Result<null>): Promise<Result<null>> {
    store.removeNotice(LOCKED);
    return changed.ok ? apply() : changed;
  }

  async function readContent(): Promise<Result<ProfileContent>> {
    const edited = await (await profiles.active()).edit(onLocked);
    store.removeNotice(LOCKED);
    return edited.ok ? succeed(edited.value?.content ?? EMPTY_CONTENT) : edited;
  }

  async function write(content: ProfileContent): Promise<Result<null>> {
    const active = await profiles.active();
    const before = await active.readOpen();
    return active.write({ name: before?.name, content }, onLocked);
  }

  /** Applying waits for the profile in use, which may still wait for the keyring itself. */
  async function change(store: () => Promise<Result<null>>): Promise<Result<null>> {
    return applyIf(await inTurn(store));
  }

  async function importProfile(
    fileName: string,
    parsed: CheckedProfile,
  ): Promise<Result<FormAnswer>> {
    if (!parsed.ok) {
      const mistakes = parsed.mistakes.map(toMistake);
      return succeed({ kind: 'invalid', mistakes });
    }
    const name = fileName.replace(/\.[^.]*$/, '').trim() || parsed.value.agent.name;
    const content = toContent(parsed.value);
    return after(await change(() => profiles.add(name, content, onLocked)));
  }

  return {
    getSettings: async () => {
      const active = await (await profiles.active()).readOpen();
      const startsAtLogin = await loginItem?.isOn();
      const opensLinks = parts.linkHandler?.isOn();
      return succeed<Settings>({
        profiles: await profiles.list(),
        sections: describeSections(active?.content ?? EMPTY_CONTENT),
        running: control.running,
        isMemoryOnly: active?.isMemoryOnly === true,
        globalShortcuts: parts.shortcuts.read(),
        ...(startsAtLogin !== undefined && { startsAtLogin }),
        ...(opensLinks !== undefined && { opensLinks }),
      });
    },
    saveSection: async (form) => {
      let mistakes: readonly FieldMistake[] = [];
      const saved = await inTurn(async () => {
        const content = await readContent();
        if (!content.ok) return content;
        const edited = editSection(content.value, form);
        if (edited.ok) return write(edited.content);
        mistakes = edited.mistakes;
        return DONE;
      });
      return mistakes.length > 0
        ? succeed({ kind: 'invalid', mistakes })
        : after(await applyIf(saved));
    },
    removeSection: async ({ section }) => {
      if (!PROFILE_SECTIONS.some(([name]) => name === section)) {
        return fail({ code: 'bad-input', detail: 'section' });
      }
      return change(async () => {
        const content = await readContent();
        return content.ok ? write(removeSection(content.value, section)) : content;
      });
    },
    testService: async (form) => {
      const content = await readContent();
      if (!content.ok) return content;
      const edited = editSection(withAgent(content.value), form);
      if (!edited.ok) return succeed<TestAnswer>({ kind: 'invalid', mistakes: edited.mistakes });
      const tested = await parts.testService(edited.profile, form.section);
      return succeed<TestAnswer>(
        tested.ok ? { kind: 'done' } : { kind: 'failed', error: tested.error },
      );
    },
    importProfile: async (dropped) => {
      if (dropped !== undefined) {
        return importProfile(dropped.fileName, await parseProfileText(dropped.content));
      }
      const file = await parts.chooseProfile();
      if (file === undefined) return succeed({ kind: 'canceled' });
      return importProfile(basename(file), await readProfileFile(file));
    },
    acceptProfile: async ({ name, text }) => {
      const proposal = readProposal(text);
      if (!proposal.ok) return succeed({ kind: 'invalid', mistakes: proposal.mistakes });
      const added = await change(() => profiles.add(name, proposal.content, onLocked));
      return after(added.ok ? await control.leaveDemo() : added);
    },
    createProfile: ({ name }) => {
      const open = { ...EMPTY_CONTENT.open, agent: { name } };
      const content = { ...EMPTY_CONTENT, open };
      return change(() => profiles.add(name, content, onLocked));
    },
    renameProfile: ({ profileId, name }) => inTurn(() => profiles.rename(profileId, name)),
    selectProfile: async ({ profileId }) => {
      const before = (await profiles.list()).find(({ isActive }) => isActive);
      const applied = await change(() => profiles.select(profileId));
      // The previous profile stays in use, so the settings must show that one.
      if (!applied.ok && before !== undefined) {
        await inTurn(() => profiles.select(before.id));
        await control.showActive();
      }
      return applied;
    },
    deleteProfile: ({ profileId }) => change(() => profiles.remove(profileId)),
    signOut: () => change(async () => (await profiles.active()).forgetSecrets()),
    startDemo: () => control.startDemo(),
    leaveDemo: () => control.leaveDemo(),
    setGlobalShortcut: (change) => parts.shortcuts.change(change),
    setOpenLinks: ({ isOn }) => parts.linkHandler?.set(isOn) ?? fail({ code: 'not-configured' }),
    setStartAtLogin: async ({ isOn }) =>
      loginItem === undefined ? fail({ code: 'not-configured' }) : loginItem.set(isOn),
  };
}

function after(result: Result<null>): Result<FormAnswer> {
  return result.ok ? SAVED : result;
}

/** A service can be tested before the agent has entered a name. */
function withAgent(content: ProfileContent): ProfileContent {
  const agent = { name: '-', ...asRecord(content.open.agent) };
  return { ...content, open: { ...content.open, agent } };
}

function toMistake(line: string): { field: string; message: string } {
  const [, field = '', message = line] = /^([\w.]+): (.*)$/s.exec(line) ?? [];
  return { field, message };
}
