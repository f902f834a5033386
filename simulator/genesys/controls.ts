import { InputError } from '../input';
import type { GenesysControls } from '../types';
import type { Call } from './call-book';
import type { GenesysService } from './service';
import type { CallState } from './types';

function requireState(call: Call, states: CallState[], what: string): void {
  if (!states.includes(call.state)) {
    throw new InputError(`call: "${call.id}" is ${call.state}, it cannot ${what}`);
  }
}

/** Controls other telephones and the agent's desk phone. */
export function createGenesysControls(service: GenesysService): GenesysControls {
  const { book } = service;
  return {
    arrive: (spec) => book.view(book.add(spec, { state: 'Ringing' })),
    dial: (spec) => {
      const call = book.add(spec, { state: 'Dialing' });
      service.awaitRemoteAnswer(call);
      return book.view(call);
    },
    answer: (id) => {
      const call = book.get(id);
      requireState(call, ['Ringing', 'Dialing'], 'be answered');
      book.establish(call);
      return book.view(call);
    },
    join: (id, party, isOwner) => {
      const call = book.get(id);
      call.isOwner = isOwner ?? call.isOwner;
      book.addParty(call, party);
      return book.view(call);
    },
    leave: (id, number) => {
      const call = book.get(id);
      const party = book.partyOf(call, number);
      if (party === undefined) {
        throw new InputError(`number: "${number}" is not in call "${id}"`);
      }
      book.removeParty(call, party);
      return book.view(call);
    },
    mute: (id, isOn) => {
      const call = book.get(id);
      book.setMuted(call, isOn);
      return book.view(call);
    },
    hold: (id, isOn) => {
      const call = book.get(id);
      requireState(call, [isOn ? 'Established' : 'Held'], isOn ? 'be held' : 'be retrieved');
      if (isOn) {
        book.setState(call, 'Held');
      } else {
        book.establish(call);
      }
      return book.view(call);
    },
    attachUserData: (id, userData) => {
      const call = book.get(id);
      call.userData = { ...call.userData, ...userData };
      book.announce(call, 'AttachedDataChanged');
      return book.view(call);
    },
    release: (id) => {
      const call = book.get(id);
      book.setState(call, 'Released');
      return book.view(call);
    },
    calls: () => book.all().map((call) => book.view(call)),
    expireSession: () => service.expireSession(),
    loseBayeuxSession: () => service.loseBayeuxSession(),
  };
}
