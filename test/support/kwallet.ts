import { Message, sessionBus } from '@jellybrick/dbus-next';
import { startMessageBus } from './desktop';

/** A fake of KDE's wallet daemon on a separate session bus. Its wallet is called `kdewallet`. */
export interface FakeKWallet {
  /** Environment variables with which a program finds it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it was asked, in order: the method and its parameters. */
  readonly calls: string[];
  /** Answers the prompt of `open`. A negative handle declines. */
  answer(handle: number): void;
  /** Ends it, even while its prompt is open. The bus keeps running. */
  stop(): void;
  close(): Promise<void>;
}

export async function startKWallet({ isEnabled = true } = {}): Promise<FakeKWallet> {
  const bus = await startMessageBus();
  const client = sessionBus({ busAddress: bus.address });
  const calls: string[] = [];
  let opening: Message | undefined;
  client.addMethodHandler((message) => {
    const { path, member, body } = message;
    if (path !== '/modules/kwalletd6' || message.interface !== 'org.kde.KWallet') return false;
    calls.push([member, ...body].join(' '));
    if (member === 'open') opening = message;
    else client.send(answerTo(message, isEnabled));
    return true;
  });
  await client.requestName('org.kde.kwalletd6');
  return {
    environment: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    calls,
    answer: (handle) => client.send(Message.newMethodReturn(opening!, 'i', [handle])),
    stop: () => client.disconnect(),
    close: async () => {
      client.disconnect();
      await bus.close();
    },
  };
}

function answerTo(message: Message, isEnabled: boolean): Message {
  switch (message.member) {
    case 'isEnabled':
      return Message.newMethodReturn(message, 'b', [isEnabled]);
    case 'networkWallet':
      return Message.newMethodReturn(message, 's', ['kdewallet']);
    default:
      return Message.newMethodReturn(message, 'i', [0]);
  }
}
