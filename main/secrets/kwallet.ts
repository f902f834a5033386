import type { UnlockedKeyring } from './keyring-state';
import type { SessionBus } from './session-bus';

/** The version of KWallet, by Chromium's name for it. */
export type KWallet = 'kwallet5' | 'kwallet6';

/**
 * How long the daemon may take before it counts as waiting for the user. It has no call that reports
 * whether it will prompt, and while a prompt is open it may not answer other calls.
 */
const PROMPT_AFTER_MS = 1_000;
/** For a prompt without a parent window. */
const NO_WINDOW = 0n;

/**
 * Opens the wallet in which Chromium keeps its key. The user may have to enter its password, to create it or
 * to allow access to it. Chromium would do the same with calls that block this process for up to 25 s, and
 * then use no wallet until the next start. `appName` must be the name under which Chromium opens it, because
 * access is granted to a name. `onLocked` is called when the user is prompted.
 */
export async function openWallet(
  bus: SessionBus,
  wallet: KWallet,
  appName: string,
  onLocked: () => void,
): Promise<UnlockedKeyring> {
  const timer = setTimeout(onLocked, PROMPT_AFTER_MS);
  try {
    const daemon = createDaemon(bus, wallet);
    const isEnabled = await daemon.isEnabled().catch(() => undefined);
    if (isEnabled === undefined) return { state: 'absent' };
    if (!isEnabled) return { state: 'disabled' };
    const handle = await daemon.open(await daemon.networkWallet(), appName);
    return handle < 0
      ? { state: 'locked' }
      : { state: 'usable', release: () => daemon.close(handle, appName) };
  } finally {
    clearTimeout(timer);
  }
}

function createDaemon(bus: SessionBus, wallet: KWallet) {
  const daemon = wallet.replace('kwallet', 'kwalletd');
  const object = {
    service: `org.kde.${daemon}`,
    path: `/modules/${daemon}`,
    interface: 'org.kde.KWallet',
  };
  return {
    isEnabled: async () => (await bus.call({ ...object, name: 'isEnabled' }))[0] === true,
    /** The name of the wallet for passwords of network services. */
    networkWallet: async () => String((await bus.call({ ...object, name: 'networkWallet' }))[0]),
    /** Answers after the prompt. A negative handle means that the user declined. */
    open: async (name: string, appName: string) =>
      Number((await bus.call({ ...object, name: 'open' }, 'sxs', name, NO_WINDOW, appName))[0]),
    close: async (handle: number, appName: string) => {
      await bus.call({ ...object, name: 'close' }, 'ibs', handle, false, appName);
    },
  };
}
