import { renderToString } from 'react-dom/server';
import type { Bridge } from '../contract/bridge';
import type { DrawWindow } from '../contract/prerender';
import { App } from './App';
import { Welcome } from './features/welcome/Welcome';
import { createWindowActions, WindowContext } from './state/window-context';
import { createWindowStore } from './state/window-store';

/** Requests are sent only in effects and event handlers, which never run while drawing here. */
const NO_BRIDGE = {} as Bridge;

/** Everything from the snapshot is escaped by React. */
export const drawWindow: DrawWindow = (snapshot) => {
  const store = createWindowStore(snapshot);
  return renderToString(
    <WindowContext value={{ store, actions: createWindowActions(NO_BRIDGE, store) }}>
      <App welcome={<Welcome />} />
    </WindowContext>,
  );
};
