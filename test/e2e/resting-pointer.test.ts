import { expect } from 'vitest';
import type { MemberView } from '../../simulator/bandwidth/types';
import { createRandom, type Random } from '../chaos/random';
import { restPointer } from '../support/resting-pointer';
import { testInSidetone, type Sidetone } from '../support/sidetone';
import { refusal } from '../support/telephone';
import { region, seeText } from '../support/window';

const STEPS = 100;
/** The seeds of the runs, and the number of steps in each. */
const SEEDS = [1, 2, 3, 4, 5];

const test = testInSidetone();

/** Events outside the window, with their relative frequency. */
type Event = readonly [weight: number, happen: () => Promise<void> | void];

/** A long call, during which other calls start and end. */
class World {
  readonly #sidetone: Sidetone;
  readonly #random: Random;
  #nextNumber: number;
  #step = 0;
  #current = '';
  #people: string[] = [];
  #beside: string | undefined;

  constructor(sidetone: Sidetone, random: Random, firstNumber: number) {
    this.#nextNumber = firstNumber;
    this.#sidetone = sidetone;
    this.#random = random;
    this.#arrive();
  }

  /** Triggers a random event, then puts the number of the step into the data of every call. */
  async advance(step: number): Promise<void> {
    this.#step = step;
    await this.#draw();
    const { genesys } = this.#sidetone.simulator;
    for (const { id } of genesys.calls()) genesys.attachUserData(id, { Step: `${String(step)};` });
  }

  #draw(): Promise<void> | void {
    const all: readonly Event[] = [
      [8, () => this.#join()],
      [8, () => this.#leave()],
      [3, () => this.#mute()],
      [3, () => this.#hold()],
      [4, () => this.#attach()],
      [5, () => this.#ring()],
      [1, () => this.#replace()],
      [3, () => this.#changeConference()],
      [2, () => this.#failToMute()],
      [1, () => this.#dismissAlert()],
      [1, () => this.#loseConference()],
      [1, () => this.#loseTelephone()],
      [1, () => this.#sidetone.page.keyboard.press('Control+P')],
    ];
    let rest = this.#random.next() * all.reduce((sum, [weight]) => sum + weight, 0);
    const [, happen] = all.find(([weight]) => (rest -= weight) < 0)!;
    return happen();
  }

  #arrive(): void {
    const [from = '', ...others] = Array.from({ length: 4 }, () => this.#number());
    this.#people = [from, ...others];
    this.#current = this.#sidetone.simulator.genesys.arrive({
      from,
      others: others.map((number) => ({ number })),
      isOwner: true,
      state: 'Established',
      userData: { Step: `${String(this.#step)};`, CustomerName: `Caller ${from}` },
    }).id;
  }

  #join(): void {
    if (this.#people.length > 12) return;
    const number = this.#number();
    this.#people.push(number);
    this.#sidetone.simulator.genesys.join(this.#current, { number }, true);
  }

  #leave(): void {
    if (this.#people.length < 3) return;
    const [number = ''] = this.#people.splice(this.#random.integer(0, this.#people.length - 1), 1);
    this.#sidetone.simulator.genesys.leave(this.#current, number);
  }

  #mute(): void {
    this.#sidetone.simulator.genesys.mute(this.#current, this.#random.chance(0.5));
  }

  #hold(): void {
    const { genesys } = this.#sidetone.simulator;
    const isHeld = genesys.calls().find(({ id }) => id === this.#current)?.state === 'Held';
    genesys.hold(this.#current, !isHeld);
  }

  #attach(): void {
    const key = `Key ${String(this.#random.integer(1, 5))}`;
    const value = 'a longer value '.repeat(this.#random.integer(1, 6));
    this.#sidetone.simulator.genesys.attachUserData(this.#current, {
      [key]: `${String(this.#step)} ${value}`,
    });
  }

  /** Starts a second call, waiting or on hold, or ends it. */
  #ring(): void {
    const { genesys } = this.#sidetone.simulator;
    if (this.#beside === undefined) {
      const state = this.#random.pick(['Ringing', 'Held']);
      this.#beside = genesys.arrive({ from: this.#number(), state }).id;
    } else {
      genesys.release(this.#beside);
      this.#beside = undefined;
    }
  }

  #replace(): void {
    this.#sidetone.simulator.genesys.release(this.#current);
    this.#arrive();
  }

  #changeConference(): void {
    const { bandwidth } = this.#sidetone.simulator;
    const active = bandwidth.conference().members.filter(({ state }) => state === 'active');
    const [member] = active;
    if (active.length > 3 && member !== undefined) bandwidth.removeMember(member.id);
    else bandwidth.addMember(`+12125${this.#number()}5`);
  }

  async #failToMute(): Promise<void> {
    const { simulator, page } = this.#sidetone;
    simulator.setFaults(['MuteCall', 'UnmuteCall'].map((name) => refusal(name, 100, 'No')));
    await page.keyboard.press('Control+D');
  }

  /** With the keyboard, because the pointer rests elsewhere. */
  async #dismissAlert(): Promise<void> {
    await this.#sidetone.page.evaluate(() =>
      document.querySelector<HTMLElement>('[role="alert"] [aria-label^="Dismiss: "]')?.click(),
    );
  }

  #loseConference(): void {
    const { simulator } = this.#sidetone;
    const cut = { kind: 'cut', when: 'before' } as const;
    simulator.setFaults([{ match: { vendor: 'bandwidth' }, times: 2, effect: cut }]);
    simulator.bandwidth.setMute(this.#random.chance(0.5));
  }

  #loseTelephone(): void {
    const cut = { kind: 'cut', when: 'before' } as const;
    this.#sidetone.simulator.setFaults([{ match: { vendor: 'genesys' }, times: 2, effect: cut }]);
  }

  #number(): string {
    this.#nextNumber += 1;
    return String(this.#nextNumber);
  }
}

/** Whether a member only got a name: an ID stands for the number until that is known. */
function isNaming(fault: string, members: readonly MemberView[]): boolean {
  const [before, after] = members
    .reduce((text, { id, number }) => text.replaceAll(id, number), fault)
    .replace(/^step \d+: (a press on )?/, '')
    .split(/ became | hits /);
  return before === after;
}

test.for(SEEDS)(
  'no button moves or changes its target under a resting pointer, with the seed %i',
  async (seed, { sidetone }) => {
    const { page } = sidetone;
    const random = createRandom(seed);
    const world = new World(sidetone, random, 20_000 + seed * 1_000);
    await seeText(region(page, 'Customer'), '0;');
    const pointer = await restPointer(page);
    for (let step = 1; step <= STEPS; step += 1) {
      await world.advance(step);
      await pointer.goOn(step, random.next());
    }
    expect((await pointer.pointedAt()).length).toBeGreaterThan(20);
    const { members } = sidetone.simulator.bandwidth.conference();
    const faults = (await pointer.faults()).filter((fault) => !isNaming(fault, members));
    expect(faults).toEqual([]);
  },
);
