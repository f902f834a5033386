import type { OpenedLink, Settings } from '../../contract/settings';
import { describeSections } from '../../main/settings/describe-sections';

const PROFILE = {
  agent: {
    name: 'Eta Lindqvist',
    networkId: 'eta',
    extension: '15000',
    country: 'US',
    outcomes: ['Resolved', 'Follow-up needed', 'Wrong number'],
  },
  genesys: { baseUrl: 'https://gws.example.com', userName: 'eta', session: 'attach' },
  telesocial: { baseUrl: 'https://api.telesocial.example', greetingId: 'g-12' },
  verba: {
    baseUrl: 'https://recorder.example.com/verba/api',
    login: 'eta',
    match: { by: 'nativeID', from: 'callUuid' },
  },
};

/** Sections of which some are not set up yet. */
export const SETTINGS: Settings = {
  profiles: [
    { id: 'profile', name: 'Eta Lindqvist', isActive: true },
    { id: 'profile-2', name: 'Night shift', isActive: false },
  ],
  sections: describeSections({
    open: PROFILE,
    secrets: { genesys: { password: '' }, telesocial: { appKey: '' }, verba: { apiKey: '' } },
    names: {},
  }),
  running: 'stored',
  isMemoryOnly: false,
  globalShortcuts: {
    keys: { answer: 'Ctrl+Alt+A', mute: 'Ctrl+Alt+M', 'hang-up': 'Ctrl+Alt+M' },
    refused: ['hang-up'],
    isWayland: false,
  },
  startsAtLogin: true,
  opensLinks: false,
};

export const PROPOSAL: OpenedLink = {
  kind: 'proposal',
  name: 'Eta Lindqvist',
  sections: describeSections({
    open: { agent: PROFILE.agent, genesys: PROFILE.genesys },
    secrets: {},
    names: {},
  }).filter(({ isSet }) => isSet),
  isUsedAtOnce: true,
  text: '',
};

export const REFUSED_LINK: OpenedLink = {
  kind: 'refused',
  mistakes: [
    { field: 'genesys.baseUrl', message: 'must begin with https:' },
    {
      field: 'genesys.password',
      message: 'must not be in a link: everybody who sees the link could read it',
    },
  ],
};
