import type { CallOperation } from '../../contract/call-operations';
import type { StartedCommand } from '../../contract/commands';
import type { CallService } from '../calls/call-service';
import { findCallBackAddress } from '../calls/identity';
import type { CallStore } from '../calls/store';
import { awaitFailure } from './await-failure';

/** The actions on calls outside the window: from the tray and from notifications. */
export interface CallControl {
  perform(operation: CallOperation): void;
  /** Calls back somebody whose call was missed. */
  callBack(callId: string): void;
}

export interface CallControlParts {
  readonly store: CallStore;
  /** Of the profile that is in use. */
  readonly service: () => Pick<CallService, 'perform' | 'dial'>;
  /** Opens the window, which explains what failed. */
  readonly window: { show(): void };
}

export function createCallControl({ store, service, window }: CallControlParts): CallControl {
  const start = (command: () => StartedCommand): void =>
    void awaitFailure(store, command().commandId).then((failure) => {
      if (failure !== undefined) window.show();
    });
  return {
    perform: (operation) => start(() => service().perform(operation)),
    callBack: (callId) => {
      const missed = store.getState().missed.find(({ id }) => id === callId);
      const address = missed && findCallBackAddress(missed);
      if (address !== undefined) start(() => service().dial(address));
    },
  };
}
