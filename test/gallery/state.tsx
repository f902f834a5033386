import { translate } from './long-words';
import { createRoot, type Root } from 'react-dom/client';
import type { Bridge } from '../../contract/bridge';
import type { About } from '../../contract/about';
import type { Recording } from '../../contract/recording';
import { succeed } from '../../contract/result';
import { App } from '../../renderer/App';
import { CallBar } from '../../renderer/features/call-bar/CallBar';
import { Welcome } from '../../renderer/features/welcome/Welcome';
import { Dialogs } from '../../renderer/Dialogs';
import { createWindowActions, WindowContext } from '../../renderer/state/window-context';
import { createWindowStore } from '../../renderer/state/window-store';
import { FakeBridge } from '../unit/renderer/fake-bridge';
import { CONTACTS, SUGGESTED } from './contacts';
import { HISTORY } from './history';
import { SETTINGS } from './settings';
import { STATES } from './states';
import '../../renderer/ui/tokens.css';
import '../../renderer/ui/base.css';

/**
 * One state of the real window, named by the URL fragment, with a fake main process that answers only
 * requests for data. A new fragment shows another state.
 */
const ABOUT: About = {
  version: '0.1.0',
  license: 'MIT License',
  thirdParties: [
    { name: 'Electron', version: '45.4.1', license: 'MIT', text: 'MIT License' },
    { name: 'React', version: '19.3.0', license: 'MIT', text: 'MIT License' },
    { name: 'zod', version: '4.2.1', license: 'MIT', text: 'MIT License' },
  ],
};
const RECORDINGS: readonly Recording[] = [
  {
    recordingId: 'r-77',
    caller: '(212) 555-0142',
    called: '15000',
    startTime: '2026-03-12 10:20:53',
    status: 'in-progress',
    isOngoing: true,
    isStoppedFirst: true,
    isKept: false,
    operations: ['keep-recording', 'pause-recorder', 'delete-call'],
  },
];
document.documentElement.dir = new URLSearchParams(location.search).get('dir') ?? 'ltr';
const element = document.getElementById('root');
if (element === null) throw new Error('The gallery has no root.');
const bridge: Bridge = {
  ...new FakeBridge().bridge,
  searchHistory: () =>
    Promise.resolve(succeed({ entries: HISTORY, total: HISTORY.length, keepDays: 30 })),
  getSettings: () => Promise.resolve(succeed(SETTINGS)),
  getAbout: () => Promise.resolve(succeed(ABOUT)),
  lookUpRecordings: () => Promise.resolve(succeed(RECORDINGS)),
  suggestPeople: () => Promise.resolve(succeed(SUGGESTED)),
  listContacts: () =>
    Promise.resolve(
      succeed({ contacts: CONTACTS, total: CONTACTS.length, imported: 10, fromProfile: 0 }),
    ),
};

function showState(into: HTMLElement): Root {
  const name = location.hash.slice(1);
  const state = STATES.find((candidate) => candidate.name === name);
  if (state === undefined) throw new Error(`The gallery has no state named ${name}.`);
  // The names of the buttons that `reachState` presses, in this page's language.
  into.dataset.press = JSON.stringify((state.press ?? []).map(translate));
  into.dataset.heading = translate(state.heading ?? '');
  into.dataset.state = name;
  const store = createWindowStore(state.snapshot);
  store.setState({ dialog: state.dialog });
  const root = createRoot(into);
  root.render(
    <WindowContext value={{ store, actions: createWindowActions(bridge, store) }}>
      {state.view === 'call-bar' ? (
        <CallBar />
      ) : (
        <>
          <App welcome={<Welcome />} />
          <Dialogs />
        </>
      )}
    </WindowContext>,
  );
  return root;
}

let shown = showState(element);
window.addEventListener('hashchange', () => {
  shown.unmount();
  shown = showState(element);
});
