import { expect, onTestFinished, test } from 'vitest';
import { succeed } from '../../../contract/result';
import { withUnlockedKeyring } from '../../../main/secrets/unlock-keyring';
import { eventually } from '../../support/eventually';
import { startKWallet, type FakeKWallet } from '../../support/kwallet';

const NOBODY_ASKED = (): void => expect.unreachable('the user was asked');

async function start(options?: Parameters<typeof startKWallet>[0]): Promise<FakeKWallet> {
  const wallet = await startKWallet(options);
  onTestFinished(() => wallet.close());
  return wallet;
}

/** Uses the wallet as the app does. `calls` then contains when it was used. */
function use({ environment, calls }: FakeKWallet, onLocked = NOBODY_ASKED) {
  const access = { store: 'kwallet6', appName: 'Sidetone', environment } as const;
  return withUnlockedKeyring(access, onLocked, () => succeed(calls.push('used')));
}

const ASKED = ['isEnabled', 'networkWallet', 'open kdewallet 0 Sidetone'];

test('a wallet is opened before it is used, and held open only as long as it is used', async () => {
  const wallet = await start();
  const using = use(wallet);
  await eventually(() => wallet.calls).toEqual(ASKED);
  wallet.answer(7);
  expect(await using).toMatchObject({ ok: true });
  expect(wallet.calls).toEqual([...ASKED, 'used', 'close 7 false Sidetone']);
});

test('a wallet that waits for its password is reported, and used once it has been entered', async () => {
  const wallet = await start();
  const asked: string[] = [];
  const using = use(wallet, () => asked.push('user'));
  await eventually(() => asked).toEqual(['user']);
  expect(wallet.calls).toEqual(ASKED);
  wallet.answer(7);
  expect(await using).toMatchObject({ ok: true });
  expect(asked).toHaveLength(1);
});

test('a prompt that is declined leaves the wallet locked', async () => {
  const wallet = await start();
  const using = use(wallet);
  await eventually(() => wallet.calls).toEqual(ASKED);
  wallet.answer(-1);
  expect(await using).toEqual({ ok: false, error: { code: 'keyring-locked' } });
  expect(wallet.calls).toEqual(ASKED);
});

test('a wallet that is turned off is not opened', async () => {
  const wallet = await start({ isEnabled: false });
  expect(await use(wallet)).toEqual({
    ok: false,
    error: { code: 'no-keyring', detail: 'KWallet is turned off' },
  });
  expect(wallet.calls).toEqual(['isEnabled']);
});

test('a wallet daemon that is not running is no keyring', async () => {
  const wallet = await start();
  wallet.stop();
  expect(await use(wallet)).toMatchObject({
    ok: false,
    error: { code: 'no-keyring', detail: expect.stringContaining('KWallet is running') as unknown },
  });
});

test('a wallet daemon that ends while its prompt is open does not keep the app waiting', async () => {
  const wallet = await start();
  const using = use(wallet);
  await eventually(() => wallet.calls).toEqual(ASKED);
  wallet.stop();
  expect(await using).toMatchObject({ ok: false, error: { code: 'no-keyring' } });
});
