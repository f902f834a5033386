import type { CallState } from '../call-model';
import type { ConnectionState } from '../snapshot';
import { about } from './en/about';
import { announcements } from './en/announcements';
import { callBar } from './en/call-bar';
import { commands } from './en/commands';
import { connectionCauses, wrongCredentials } from './en/connection-causes';
import { contacts } from './en/contacts';
import { desktop } from './en/desktop';
import { diagnostics } from './en/diagnostics';
import { doNotDisturb } from './en/do-not-disturb';
import { errors } from './en/errors';
import { actions } from './en/actions';
import { help } from './en/help';
import { history } from './en/history';
import { lines } from './en/lines';
import { lastCalls } from './en/last-calls';
import { links } from './en/links';
import { numbers } from './en/numbers';
import { palette } from './en/palette';
import { recordings } from './en/recordings';
import { remote } from './en/remote';
import { settings } from './en/settings';
import { shortcuts } from './en/shortcuts';
import { windowTexts } from './en/window';
import { wrapUp } from './en/wrap-up';

/** All texts of Sidetone, for the window, the tray, the notifications and the command line. */
export const en = {
  vendors: {
    genesys: 'Genesys',
    telesocial: 'Telesocial',
    bandwidth: 'Bandwidth',
    twilio: 'Twilio',
    verba: 'Verba',
  } satisfies Readonly<Record<string, string>>,

  callStates: {
    waiting: 'Waiting',
    dialing: 'Dialing',
    ringing: 'Ringing',
    established: 'Established',
    held: 'On hold',
    ended: 'Ended',
    unknown: 'State not known',
  } satisfies Record<CallState, string>,

  connectionStates: {
    connecting: 'Connecting',
    connected: 'Connected',
    reconnecting: 'Reconnecting',
    'signed-out': 'Signed out',
    error: 'Error',
  } satisfies Record<ConnectionState, string>,

  lines,
  commands,
  errors,
  connectionCauses,
  wrongCredentials,
  ...desktop,
  doNotDisturb,
  diagnostics,
  window: windowTexts,
  callBar,
  actions,
  recordings,
  help,
  history,
  palette,
  settings,
  links,
  shortcuts,
  remote,
  about,
  announcements,
  numbers,
  lastCalls,
  wrapUp,
  contacts,
};
