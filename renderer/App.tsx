import { useRef, type ReactNode } from 'react';
import { en } from '../contract/locale/en';
import { listActionsWithKeys } from './actions/registry';
import { useShortcuts } from './actions/use-shortcuts';
import styles from './App.module.css';
import { Announcer } from './features/announcements/Announcer';
import { Alerts } from './features/alerts/Alerts';
import { Conferences } from './features/conference/Conference';
import { ConnectionStrip } from './features/connections/ConnectionStrip';
import { Customer } from './features/customer/Customer';
import { CallPanel } from './features/current-call/CallPanel';
import { LastCalls } from './features/last-calls/LastCalls';
import { Roster } from './features/roster/Roster';
import { TalkSpaces } from './features/talkspace/TalkSpaces';
import { TopBar } from './features/top-bar/TopBar';
import { WrapUp } from './features/wrap-up/WrapUp';
import { useSnapshot } from './state/window-context';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { useHintGuard } from './ui/use-hint-guard';
import { useRestoreFocus } from './ui/use-restore-focus';
import { useIsWide } from './ui/use-is-wide';
import { usePanelKeys } from './ui/use-panel-keys';
import { usePressGuard } from './ui/use-press-guard';
import { useSteadyScroll } from './ui/use-steady-scroll';

interface AppProps {
  /** The screen without a profile, which most starts do not need. */
  readonly welcome: ReactNode;
}

/**
 * The window: the top bar, the call panel, which never scrolls away, and the sections. They form
 * one column or, in a wide window, two: the participants below the call, and everything else beside
 * it.
 */
export function App({ welcome }: AppProps): ReactNode {
  useShortcuts(listActionsWithKeys);
  useRestoreFocus();
  usePanelKeys();
  usePressGuard();
  useHintGuard();
  return (
    <div className={styles.window}>
      <ErrorBoundary>
        <TopBar />
      </ErrorBoundary>
      {/* Gets the focus if nothing else can. */}
      <main className={styles.main} tabIndex={-1}>
        <h1 className="visually-hidden">{en.window.title}</h1>
        <Body welcome={welcome} />
        <ErrorBoundary isFloating>
          <Alerts />
        </ErrorBoundary>
      </main>
      <ErrorBoundary>
        <ConnectionStrip />
      </ErrorBoundary>
      <Announcer />
    </div>
  );
}

function Body({ welcome }: AppProps): ReactNode {
  const isWide = useIsWide();
  const hasProfile = useSnapshot((snapshot) => snapshot.hasProfile) ?? true;
  const currentCallId = useSnapshot((snapshot) => snapshot.currentCallId);
  const panel = (
    <div className={styles.panel} data-panel>
      <ErrorBoundary retryOn={currentCallId}>
        <CallPanel />
      </ErrorBoundary>
    </div>
  );
  if (!hasProfile) {
    return (
      <div className={styles.columns}>
        <div className={styles.column}>
          {panel}
          <Scroller>{welcome}</Scroller>
        </div>
      </div>
    );
  }
  const rest = (
    <>
      <WrapUp />
      <TalkSpaces />
      <Conferences />
      <LastCalls />
    </>
  );
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {panel}
        <Scroller>
          {!isWide && <Customer />}
          <Roster />
          {!isWide && rest}
        </Scroller>
      </div>
      {isWide && (
        <div className={styles.column}>
          <Scroller>
            <Customer />
            {rest}
          </Scroller>
        </div>
      )}
    </div>
  );
}

/** Scrolls its content, and keeps the element under the pointer or with the focus in place. */
function Scroller({ children }: { readonly children: ReactNode }): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const currentCallId = useSnapshot((snapshot) => snapshot.currentCallId);
  useSteadyScroll(scroller);
  return (
    <div ref={scroller} className={styles.scroller} data-panel>
      <div className={styles.sections}>
        <ErrorBoundary retryOn={currentCallId}>{children}</ErrorBoundary>
      </div>
    </div>
  );
}
