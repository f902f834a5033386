import type { GenesysOptions, Profile } from '../types';

/** The agent states that a device shows in `userState.state`. */
export type AgentState = 'LoggedIn' | 'Ready' | 'NotReady' | 'LoggedOut';

/** The vendor's fixed ids of agent states; `LoggedIn` has none. */
const STATE_IDS: Partial<Record<AgentState, { id: string; displayName: string }>> = {
  Ready: { id: '9430250E-0A1B-421F-B372-F29E69366DED', displayName: 'Ready' },
  NotReady: { id: '900D55CC-2BB0-431F-8BF9-D3525B383BE6', displayName: 'Not Ready' },
  LoggedOut: { id: '0F7F5003-EF26-4D13-A6Ef-D0C7EC819BEB', displayName: 'Offline' },
};

/** The device resource (doc:SupervisorListenIn has a sample). */
export function deviceResource(
  options: GenesysOptions,
  agent: Profile['agent'],
  state: AgentState,
  origin: string,
): Record<string, unknown> {
  return {
    id: options.deviceId,
    deviceState: 'Active',
    userState: { ...STATE_IDS[state], state },
    phoneNumber: agent.extension,
    description: agent.extension,
    e164Number: '',
    telephonyNetwork: 'Private',
    doNotDisturb: 'Off',
    voiceEnvironmentUri: `${origin}/api/v2/voice-environments/simulated-switch`,
    capabilities: ['DoNotDisturbOn', 'ForwardCallsOn'],
    channels: ['voice'],
    dynamicPhoneNumber: false,
    uri: `${origin}/api/v2/devices/${options.deviceId}`,
    path: `/devices/${options.deviceId}`,
  };
}

/** The user resource without its subresources. */
export function userResource(
  agent: Profile['agent'],
  userName: string,
  origin: string,
): Record<string, unknown> {
  const id = 'a1f3c2de5b7048f1';
  return {
    id,
    userName,
    firstName: agent.name,
    lastName: 'Simulated',
    emailAddress: `${userName}@sidetone.example`,
    roles: ['ROLE_AGENT'],
    enabled: true,
    contactCenterId: '46ae4e1b-5d1a-4f5e-8f4c-7a3a4a8d7a21',
    changePasswordOnFirstLogin: false,
    uri: `${origin}/api/v2/users/${id}`,
    path: `/users/${id}`,
  };
}

/** The features from a user's roles (`user.features`). */
export function featureResources(
  options: GenesysOptions,
  origin: string,
): Record<string, unknown>[] {
  const names = ['api-voice', ...(options.hasRecording ? ['api-voice-recording'] : [])];
  return names.map((id) => ({
    id,
    displayName: id,
    uri: `${origin}/api/v2/features/${id}`,
    path: `/features/${id}`,
  }));
}
