import { once } from 'node:events';
import { BandwidthService } from './bandwidth/service';
import { createBandwidthControls } from './bandwidth/controls';
import { CallRecorder } from './call-recorder';
import { FaultBook } from './faults/fault-book';
import { GenesysService } from './genesys/service';
import { createGenesysControls } from './genesys/controls';
import type { VendorService } from './http/exchange';
import { RequestJournal } from './http/journal';
import { createVendorServer } from './http/server';
import { handleControlRequest } from './http/control';
import { InputError } from './input';
import { completeOptions } from './options';
import { makeProfile, makeTwilioProfile, toClientProfile } from './profile';
import { perform } from './scenario/actions';
import { loadScenario } from './scenario/library';
import { ScenarioPlayer } from './scenario/player';
import { TelesocialService } from './telesocial/service';
import { createTelesocialControls } from './telesocial/controls';
import { Timers } from './timers';
import { TwilioService } from './twilio/service';
import { createTwilioControls } from './twilio/controls';
import type { Simulator, SimulatorOptions } from './types';
import { VerbaService } from './verba/service';
import { createVerbaControls } from './verba/controls';

export type * from './types';
export { InputError } from './input';

/**
 * Starts the simulated vendors on 127.0.0.1, by default on a free port.
 *
 * @throws InputError if the scenario does not exist or is wrong, or the port is not available
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const scenario = options.scenario === undefined ? undefined : loadScenario(options.scenario);
  const now = options.now ?? Date.now;
  const settings = completeOptions(options);
  const journal = new RequestJournal();
  const faults = new FaultBook();
  /** Timers of future events at the vendors, and of delayed requests; stopped by a reset. */
  const timers = new Timers();
  /** Timers of delayed answers; stopped only on closing, so that every client gets its answer. */
  const answerTimers = new Timers();

  const services: VendorService[] = [];
  const server = createVendorServer({
    services,
    handleControlRequest: (request) => handleControlRequest(simulator, request),
    journal,
    faults,
    requestTimers: timers,
    answerTimers,
    now,
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (failure) {
    throw new InputError(`port: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const profile = makeProfile(origin, options.agent, options.profile);

  const verba = new VerbaService({ options: settings.verba, profile, now });
  const recorder = new CallRecorder(verba.recordings, profile.agent.extension);
  const telesocial = new TelesocialService({ options: settings.telesocial, profile, timers });
  const bandwidth = new BandwidthService({ options: settings.bandwidth, profile, timers, now });
  const twilioProfile = makeTwilioProfile(origin, options.profile);
  const twilio = new TwilioService({
    options: settings.twilio,
    profile: twilioProfile,
    timers,
    now,
  });
  const genesys: GenesysService = new GenesysService({
    options: settings.genesys,
    profile,
    faults,
    timers,
    now,
    onSubscribe: () => player.noteSubscription(),
    onCallChange: (call) => recorder.note(call),
  });
  services.push(genesys, telesocial, bandwidth, verba, twilio);

  const player = new ScenarioPlayer({
    perform: (action) => perform(simulator, action),
    hasSubscribers: () => genesys.hasSubscribers,
    now,
  });

  const simulator: Simulator = {
    origin,
    profile,
    twilioProfile,
    clientProfile: toClientProfile(profile, twilioProfile, options.profile),
    requests: () => journal.entries(),
    onRequest: (listener) => journal.onRequest(listener),
    faults: () => faults.list(),
    setFaults: (list) => faults.set(list),
    clearFaults: () => faults.set([]),
    genesys: createGenesysControls(genesys),
    telesocial: createTelesocialControls(telesocial),
    bandwidth: createBandwidthControls(bandwidth.conferences, profile.bandwidth.conferenceId),
    verba: createVerbaControls(verba),
    twilio: createTwilioControls(twilio.book, twilioProfile.number),
    play: (asked) => player.play(typeof asked === 'string' ? loadScenario(asked) : asked),
    scenarioStatus: () => player.status(),
    reset: () => {
      player.stop();
      timers.stopAll();
      faults.set([]);
      genesys.reset();
      telesocial.reset();
      bandwidth.reset();
      verba.reset();
      twilio.reset();
      recorder.clear();
      journal.clear();
    },
    close: async () => {
      player.stop();
      timers.stopAll();
      answerTimers.stopAll();
      genesys.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  if (scenario !== undefined) {
    player.play(scenario);
  }
  return simulator;
}
