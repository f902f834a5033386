import { assertNever } from '../../contract/assert-never';
import type { Command, StartedCommand } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import { attempt, type ReportError } from './attempt';
import type { Clock } from '../time/clock';
import { awaitEnding, type Ending } from './await-ending';
import type { Plan } from './command-plan';
import { covers, describePlan, describeValue, keyOf } from './describe-plan';
import { guardPlan } from './guard-plan';
import { createWaits } from './command-waits';
import type { CallStore, RefreshScope } from './store';

/** Carries out commands, each at most once, and reports their outcomes. */
export interface CommandRunner {
  /** Begins a command. If the same one is under way, returns that one instead. */
  run(plan: Plan): StartedCommand;
  /** Removes a command that the agent has dismissed. */
  dismiss(commandId: string): void;
  /** Ends all waiting. Nothing is reported afterwards. */
  dispose(): void;
}

export interface CommandRunnerOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  /** Returns a unique id. */
  readonly createId: () => string;
  /** Called for every change of every command. */
  readonly onChange: (command: Command) => void;
  /** Called with bugs. A command that encounters one still ends. */
  readonly onError: ReportError;
}

/** How long after an unknown outcome a refresh is conclusive, in ms. A slow vendor has finished by then. */
const SETTLED_AFTER_MS = 8_000;
/** How long the window shows a success that is not visible otherwise, in ms. */
const SUCCESS_SHOWN_MS = 8_000;

const GONE: AppError = { code: 'gone' };
const TOO_LATE: AppError = { code: 'no-answer' };
const NOT_DONE: AppError = { code: 'not-done' };
const INTERNAL: AppError = { code: 'internal' };

type Answer = Awaited<ReturnType<Plan['send']>>;

export function createCommandRunner(options: CommandRunnerOptions): CommandRunner {
  const { store, clock, createId, onError } = options;
  /** The ids of the commands under way, by their keys. */
  const underWay = new Map<string, string>();
  const waits = createWaits();
  let isDisposed = false;

  function onChange(command: Command): void {
    attempt(() => options.onChange(command), onError);
  }

  function notify(command: Command): void {
    if (isDisposed) return;
    store.putCommand(command);
    onChange(command);
  }

  function confirm(plan: Plan, command: Command): void {
    if (isDisposed) return;
    waits.stop(command.id);
    onChange(command);
    if (plan.showsSuccess !== true) {
      // The call itself shows the result.
      store.removeCommand(command.id);
      return;
    }
    store.putCommand(command);
    waits.add(
      command.id,
      clock.after(SUCCESS_SHOWN_MS, () => dismiss(command.id)),
    );
  }

  /** Once the call has ended, the vendor will never allow it. */
  function refuse(plan: Plan, command: Omit<Command, 'outcome'>, error: AppError): void {
    const isOver = error.code === 'not-allowed' && plan.isObsolete?.(store.getState()) === true;
    fail(command, isOver ? { ...error, code: 'gone' } : error);
  }

  function fail(command: Omit<Command, 'outcome'>, error: AppError): void {
    waits.stop(command.id);
    notify({ ...command, outcome: 'failed', error });
  }

  function dismiss(commandId: string): void {
    waits.stop(commandId);
    store.removeCommand(commandId);
  }

  async function carryOut(asked: Plan, commandId: string): Promise<void> {
    const plan = guardPlan(asked, onError);
    const command = describePlan(plan, commandId);
    if (plan.refusal !== undefined) {
      fail(command, plan.refusal);
      return;
    }
    // The update can overtake the answer, so start watching before sending the request.
    const state: { ending?: Ending } = {};
    const ending = awaitEnding(plan, {
      ...options,
      wait: (...stops) => waits.add(command.id, ...stops),
      onEnd: (end) => {
        state.ending = end;
        waits.stop(command.id);
        if (end.shown === 'done') confirm(plan, { ...command, outcome: 'confirmed' });
      },
    });
    notify({ ...command, outcome: 'sent' });
    const sending = plan.send();
    const first = await Promise.race([sending, ending]);
    // The state counts, even if it arrived just after the answer.
    const known = state.ending ?? first;
    if ('shown' in known) await followState(plan, command, known, sending);
    else await followAnswer(plan, command, known, ending);
  }

  /** The vendor answered first. */
  async function followAnswer(
    plan: Plan,
    command: Omit<Command, 'outcome'>,
    answer: Answer,
    ending: Promise<Ending>,
  ): Promise<void> {
    switch (answer.kind) {
      case 'failed':
        refuse(plan, command, answer.error);
        return;
      case 'unknown':
        notifyUnknown(plan, command, answer.error);
        return;
      case 'done':
        if (plan.isCompleted === undefined) {
          confirm(plan, { ...command, ...describeValue(answer.value), outcome: 'confirmed' });
          return;
        }
        finish(plan, command, await ending, answer);
        return;
      default:
        assertNever(answer);
    }
  }

  /** The state showed the outcome, or the time was up, before the vendor answered. */
  async function followState(
    plan: Plan,
    command: Omit<Command, 'outcome'>,
    ending: Ending,
    sending: Promise<Answer>,
  ): Promise<void> {
    const canFailLater = plan.canFailLater === true;
    if (ending.shown === 'obsolete' && !canFailLater) {
      finish(plan, command, ending, await sending);
      return;
    }
    finish(plan, command, ending);
    if (canFailLater && ending.shown !== 'obsolete') void followUp(command, ending, sending);
  }

  /** A state may be temporary: somebody who is called may not answer. */
  async function followUp(
    command: Omit<Command, 'outcome'>,
    { shown }: Ending,
    sending: Promise<Answer>,
  ): Promise<void> {
    const answer = await sending;
    if (answer.kind === 'failed') fail(command, answer.error);
    if (answer.kind === 'unknown' && shown === 'done') {
      notify({ ...command, outcome: 'unknown', error: answer.error });
    }
  }

  function finish(
    plan: Plan,
    command: Omit<Command, 'outcome'>,
    { shown }: Ending,
    answer?: Answer,
  ): void {
    switch (shown) {
      case 'done':
        return;
      case 'obsolete':
        settleObsolete(plan, command, answer);
        return;
      case 'too-late':
        notifyUnknown(plan, command, TOO_LATE);
        return;
      case 'broken':
        // A refresh would not show it either.
        notify({ ...command, outcome: 'unknown', error: INTERNAL });
        plan.refresh();
        return;
      default:
        assertNever(shown);
    }
  }

  /** The state can no longer show it, so only the vendor's answer decides, if there is one. */
  function settleObsolete(
    plan: Plan,
    command: Omit<Command, 'outcome'>,
    answer: Answer | undefined,
  ): void {
    switch (answer?.kind) {
      case 'done':
        confirm(plan, { ...command, outcome: 'confirmed' });
        return;
      case 'unknown':
        notify({ ...command, outcome: 'unknown', error: answer.error });
        return;
      case 'failed':
      case undefined:
        refuse(plan, command, answer?.error ?? GONE);
        return;
      default:
        assertNever(answer);
    }
  }

  function notifyUnknown(plan: Plan, command: Omit<Command, 'outcome'>, error: AppError): void {
    notify({ ...command, outcome: 'unknown', error });
    plan.refresh();
    if (plan.findOut !== undefined) void believe(plan, command, plan.findOut());
    else if (plan.refreshScope !== undefined) findOut(plan, command, plan.refreshScope);
  }

  async function believe(
    plan: Plan,
    command: Omit<Command, 'outcome'>,
    finding: ReturnType<NonNullable<Plan['findOut']>>,
  ): Promise<void> {
    const found = await finding;
    // The agent may have dismissed it or tried again in the meantime.
    if (!waits.has(command.id)) return;
    if (found?.kind === 'failed') fail(command, found.error);
    if (found?.kind === 'done') {
      confirm(plan, { ...command, ...describeValue(found.value), outcome: 'confirmed' });
    }
  }

  /** Fetches once more after a while. If the operation is not done by then, it was not carried out. */
  function findOut(
    plan: Plan,
    command: Omit<Command, 'outcome'>,
    refreshScope: RefreshScope,
  ): void {
    const cancel = clock.after(SETTLED_AFTER_MS, () => {
      const unsubscribe = store.onRefresh((read) => {
        if (covers(read, refreshScope) && !isDoubtful(refreshScope)) fail(command, NOT_DONE);
      });
      waits.add(command.id, unsubscribe);
      plan.refresh();
    });
    waits.add(command.id, cancel);
  }

  /** A call was missing from the answer: the next one decides whether it has ended, which can be what was wanted. */
  function isDoubtful({ line, callId }: RefreshScope): boolean {
    if (callId === undefined) return false;
    const { known } = store.getState().calls;
    return [...known.values()].some((call) => call.line === line && call.isMissing === true);
  }

  return {
    run: (plan) => {
      const key = keyOf(plan);
      let commandId = underWay.get(key);
      if (commandId === undefined) {
        // The agent tries again, so the last failure has been read.
        for (const older of store.getState().commands) {
          if (keyOf(older) === key) dismiss(older.id);
        }
        commandId = createId();
        underWay.set(key, commandId);
        void carryOut(plan, commandId).finally(() => underWay.delete(key));
      }
      return { commandId, revision: store.getState().revision };
    },
    dismiss,
    dispose: () => {
      isDisposed = true;
      waits.stopAll();
    },
  };
}
