import type { Simulator } from '../types';
import type { Action } from './schema';

type Vendors = Pick<
  Simulator,
  'genesys' | 'telesocial' | 'bandwidth' | 'twilio' | 'verba' | 'setFaults' | 'clearFaults'
>;

/**
 * Triggers an event at a vendor. Returns the changed resource, or null for a fault or a session.
 *
 * @throws InputError if the event is impossible now, for example because the call has ended
 */
export function perform(
  { genesys, telesocial, bandwidth, twilio, verba, ...faults }: Vendors,
  action: Action,
): unknown {
  switch (action.do) {
    case 'genesys.arrive':
      return genesys.arrive({ ...action, alias: action.call });
    case 'genesys.dial':
      return genesys.dial({ ...action, alias: action.call });
    case 'genesys.answer':
      return genesys.answer(action.call);
    case 'genesys.join':
      return genesys.join(action.call, action, action.isOwner);
    case 'genesys.leave':
      return genesys.leave(action.call, action.number);
    case 'genesys.mute':
      return genesys.mute(action.call, action.on);
    case 'genesys.hold':
      return genesys.hold(action.call, action.on);
    case 'genesys.attachUserData':
      return genesys.attachUserData(action.call, action.userData);
    case 'genesys.release':
      return genesys.release(action.call);
    case 'genesys.expireSession':
      genesys.expireSession();
      return null;
    case 'genesys.loseBayeuxSession':
      genesys.loseBayeuxSession();
      return null;
    case 'telesocial.create':
      return telesocial.create(action.networkId, action.conference);
    case 'telesocial.join':
      return telesocial.join(action.conference, action.networkId);
    case 'telesocial.leave':
      return telesocial.leave(action.conference, action.networkId);
    case 'telesocial.end':
      return telesocial.end(action.conference);
    case 'bandwidth.addMember':
      return bandwidth.addMember(action.number);
    case 'bandwidth.removeMember':
      return bandwidth.removeMember(action.number);
    case 'bandwidth.setHold':
      return bandwidth.setHold(action.on, action.number);
    case 'bandwidth.setMute':
      return bandwidth.setMute(action.on, action.number);
    case 'bandwidth.complete':
      return bandwidth.complete();
    case 'twilio.join':
      return twilio.join(action);
    case 'twilio.leave':
      return twilio.leave(action.number, action.conference);
    case 'twilio.setMute':
      return twilio.setMute(action.on, action.number, action.conference);
    case 'twilio.setHold':
      return twilio.setHold(action.on, action.number, action.conference);
    case 'twilio.record':
      return twilio.record(action.conference);
    case 'twilio.end':
      return twilio.end(action.conference);
    case 'verba.add':
      return verba.add(action);
    case 'verba.finish':
      return verba.finish(action.callId);
    case 'verba.expireTokens':
      verba.expireTokens();
      return null;
    case 'faults.set':
      faults.setFaults(action.faults);
      return null;
    case 'faults.clear':
      faults.clearFaults();
      return null;
  }
}
