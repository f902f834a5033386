import { lazy, Suspense, type ReactNode } from 'react';
import { en } from '../contract/locale/en';
import styles from './App.module.css';
import { Alerts } from './features/alerts/Alerts';
import { Notices } from './features/alerts/Notices';
import { Conference } from './features/conference/Conference';
import { Connections } from './features/connections/Connections';
import { AttachedData } from './features/current-call/AttachedData';
import { CurrentCall } from './features/current-call/CurrentCall';
import { WaitingCall } from './features/current-call/WaitingCall';
import { LastCalls } from './features/last-calls/LastCalls';
import { OtherCalls } from './features/other-calls/OtherCalls';
import { Tools } from './features/palette/Tools';
import { Roster } from './features/roster/Roster';
import { StartButtons } from './features/start/StartButtons';
import { TalkSpaces } from './features/talkspace/TalkSpaces';
import { Welcome } from './features/welcome/Welcome';
import { useReportPainted } from './state/use-report-painted';
import { useShortcuts } from './actions/use-shortcuts';
import { useSnapshot } from './state/window-context';
import { classNames } from './ui/class-names';

/** Loaded while the window is already in use, so that a shortcut opens a dialog at once. */
const Dialogs = lazy(() => import('./Dialogs').then((module) => ({ default: module.Dialogs })));

/**
 * The whole window. What changes by itself (alerts, other calls, connections) is at the bottom, always
 * in sight, so that nothing moves under the agent's pointer.
 */
export function App(): ReactNode {
  useReportPainted();
  useShortcuts();
  const hasProfile = useSnapshot((snapshot) => snapshot.hasProfile) ?? true;
  return (
    <>
      <div className={styles.window}>
        <Tools />
        {/* Focusable, so that the keyboard can scroll it when nothing in it takes the focus. */}
        <main className={styles.main} tabIndex={0}>
          <h1 className="visually-hidden">{en.window.title}</h1>
          <div className={classNames(styles.columns, !hasProfile && styles.isWelcome)}>
            <div className={styles.column}>
              <CurrentCall />
              <Roster />
              <AttachedData />
              <Welcome />
            </div>
            <div className={styles.column}>
              <StartButtons />
              <TalkSpaces />
              <Conference />
              <LastCalls />
            </div>
          </div>
        </main>
        <footer className={styles.footer}>
          <Alerts />
          <Notices />
          <WaitingCall />
          <OtherCalls />
          <Connections />
        </footer>
      </div>
      <Suspense>
        <Dialogs />
      </Suspense>
    </>
  );
}
