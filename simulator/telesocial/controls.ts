import { InputError } from '../input';
import type { TelesocialControls } from '../types';
import type { TelesocialService } from './service';
import type { TalkSpace } from './talk-spaces';
import type { TalkSpaceView } from './types';

function view(space: TalkSpace): TalkSpaceView {
  return structuredClone(space);
}

/** Controls the participants' telephones. */
export function createTelesocialControls({ talkSpaces }: TelesocialService): TelesocialControls {
  return {
    conferences: () => talkSpaces.all().map(view),
    create: (networkId, id) => view(talkSpaces.create(networkId, {}, id)),
    join: (id, networkId) => {
      const space = talkSpaces.get(id);
      const participant =
        space.participants.find((candidate) => candidate.networkId === networkId) ??
        talkSpaces.invite(space, networkId, false);
      talkSpaces.join(space, participant);
      return view(space);
    },
    leave: (id, networkId) => {
      const space = talkSpaces.get(id);
      const participant = space.participants.find(
        (candidate) => candidate.networkId === networkId && candidate.state !== 'left',
      );
      if (participant === undefined) {
        throw new InputError(`networkId: "${networkId}" is not in the TalkSpace`);
      }
      talkSpaces.leave(space, participant);
      return view(space);
    },
    end: (id) => {
      const space = talkSpaces.get(id);
      talkSpaces.end(space);
      return view(space);
    },
  };
}
