import { startSimulator, type Simulator } from '../../simulator/simulator';

/** The commands of the parent process. */
export type BurstRequest =
  /** Sends this many notifications of a new call. In the last one, a party with `lastNumber` joins. */
  | { readonly kind: 'burst'; readonly count: number; readonly lastNumber: string }
  /** Ends all calls. */
  | { readonly kind: 'release' };

/** After this many changes, pending polls are answered. */
const SLICE = 100;

/** A telephone service in a separate process, which sends notifications as fast as it can. */
async function main(): Promise<void> {
  const simulator = await startSimulator();
  process.on('message', (request: BurstRequest) => {
    if (request.kind === 'burst') burst(simulator, request.count, request.lastNumber);
    else for (const { id } of simulator.genesys.calls()) simulator.genesys.release(id);
  });
  process.on('disconnect', () => void simulator.close());
  process.send?.(simulator.profile);
}

function burst({ genesys }: Simulator, count: number, lastNumber: string): void {
  const { id } = genesys.arrive({ from: '15001', state: 'Established' });
  let sent = 1;
  function serveSlice(): void {
    for (const end = Math.min(sent + SLICE, count - 1); sent < end; sent += 1) {
      genesys.mute(id, sent % 2 === 1);
    }
    if (sent < count - 1) setImmediate(serveSlice);
    else genesys.join(id, { number: lastNumber });
  }
  serveSlice();
}

void main();
