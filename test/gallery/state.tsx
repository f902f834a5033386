import { translate } from './long-words';
import { createRoot } from 'react-dom/client';
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

/** One state of the real window, named by the query, in front of a main process that answers what is only read. */
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
const query = new URLSearchParams(location.search);
const name = query.get('name');
document.documentElement.dir = query.get('dir') ?? 'ltr';
const state = STATES.find((candidate) => candidate.name === name);
const root = document.getElementById('root');
if (state === undefined || root === null) {
  throw new Error(`The gallery has no state named ${String(name)}.`);
}
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
// What the pictures press, as the buttons are named here.
root.dataset.press = JSON.stringify((state.press ?? []).map(translate));
root.dataset.heading = translate(state.heading ?? '');
const store = createWindowStore(state.snapshot);
store.setState({ dialog: state.dialog });
createRoot(root).render(
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
