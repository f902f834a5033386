import { Check } from 'lucide-react';
import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { findCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import type { LastCall } from '../../../contract/snapshot';
import { findAttachedWrapUp } from '../../../contract/wrap-up-data';
import { WRAP_UP_ID } from '../../actions/app-actions';
import { pick, useCurrentCallActions } from '../../actions/use-actions';
import { findWrappedUpCall } from '../../state/wrapped-up-call';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Sentence } from '../../ui/Name';
import { Section } from '../../ui/Section';
import { ActionButton } from '../actions/ActionButton';
import { useDraft } from './use-draft';
import styles from './WrapUp.module.css';
import { WrapUpFields } from './WrapUpFields';

/** The note and outcome of the current call, or of the last one until the agent is done. */
export function WrapUp(): ReactNode {
  const call = useWindowState(({ snapshot, wrappedUpCallId }) =>
    snapshot === undefined ? undefined : findWrappedUpCall(snapshot, wrappedUpCallId),
  );
  const isWriting = useWindowState(({ isWritingNote }) => isWritingNote);
  const [last, setLast] = useState(call);
  const isBack = call?.id === last?.id && call?.sequence !== last?.sequence;
  // A call that comes back under its id is another one, and what is being written is about the one before.
  const shown = isBack && isWriting ? last : call;
  if (shown !== last) setLast(shown);
  if (shown === undefined) return null;
  return <WrapUpOf key={`${shown.id} ${String(shown.sequence)}`} call={shown} />;
}

function WrapUpOf({ call }: { readonly call: Call | LastCall }): ReactNode {
  const { noteWriting, finishWrapUp } = useWindowActions();
  const area = useRef<HTMLDivElement>(null);
  const { written, write, save, hasFailed } = useDraft(call);
  const live = useSnapshot((snapshot) => findCall(snapshot, call.id));
  const isCurrent = useSnapshot(({ currentCallId }) => currentCallId === call.id) ?? false;
  const isOver = call.endedAt !== undefined;
  // The focused element may have been removed, such as a pressed button, which sends no blur event.
  useEffect(() => {
    if (area.current?.contains(document.activeElement) !== true) noteWriting(false);
  });
  useEffect(() => () => noteWriting(false), [noteWriting]);

  function take({ target }: FocusEvent): void {
    noteWriting(true);
    // The shortcut moves the focus to the note, if it is shown.
    if (target.id === WRAP_UP_ID) area.current?.querySelector('textarea')?.focus();
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent): void {
    // Before a press on the button that attaches what was written.
    save();
    // When the agent looks at another application, the focus stays where it is in the window.
    const next = relatedTarget ?? document.activeElement;
    if (!(next instanceof Node && currentTarget.contains(next))) noteWriting(false);
  }

  return (
    <div ref={area} onFocus={take} onBlur={leave}>
      <Section
        name="wrap-up"
        title={en.wrapUp.title}
        label={en.wrapUp.title}
        elementId={WRAP_UP_ID}
      >
        <form noValidate className={styles.form} onSubmit={(event) => event.preventDefault()}>
          {!isCurrent && (
            <p className={styles.about}>
              <Sentence text={en.wrapUp.titleOf} values={{ name: call.identity.name }} />
            </p>
          )}
          <WrapUpFields
            written={written}
            onWrite={write}
            hint={isOver ? en.wrapUp.onlyHere : en.wrapUp.savesItself}
            mistake={hasFailed ? en.wrapUp.notSaved : undefined}
          />
          <div className={styles.foot}>
            {live !== undefined && !isOver && <Attachment call={live} />}
            {isOver && (
              <Button
                icon={<Check aria-hidden />}
                onPress={() => {
                  save();
                  finishWrapUp();
                }}
              >
                {en.wrapUp.done}
              </Button>
            )}
          </div>
        </form>
      </Section>
    </div>
  );
}

/** Whether it is attached to the call, and the button that attaches it. */
function Attachment({ call }: { readonly call: Call }): ReactNode {
  const action = pick(useCurrentCallActions(call), 'attach-wrap-up');
  const attached = call.wrapUp && findAttachedWrapUp(call, call.wrapUp);
  return (
    <>
      <ActionButton action={action} look="plain" />
      <span role="status" className={styles.attached}>
        {attached === 'same' && en.wrapUp.attached}
        {attached === 'other' && en.wrapUp.attachedOther}
      </span>
    </>
  );
}
