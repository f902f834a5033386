/** The known state of an open TalkSpace. Immutable. */
export interface TalkSpace {
  readonly conferenceId: string;
  /** Network IDs of those who are in it. */
  readonly joined: readonly string[];
  /** Network IDs of those who are being called, with when that began, on `clock.elapsed`. */
  readonly calling: ReadonlyMap<string, number>;
  /**
   * Network IDs that the service accepted to mute. No SDK reads mute flags in the details, so
   * this holds until they are unmuted or leave.
   */
  readonly muted: ReadonlySet<string>;
}

/**
 * How long somebody who does not join is shown as being called: longer than a telephone rings and a
 * greeting lasts. The service does not report that somebody did not answer.
 */
const CALLED_FOR_MS = 120_000;

export function createTalkSpace(conferenceId: string, joined: readonly string[] = []): TalkSpace {
  return { conferenceId, joined, calling: new Map(), muted: new Set() };
}

/** Gives the same key for all notations of a network ID. */
export type KeyOf = (networkId: string) => string;

/** Whether somebody is in it or is being called, in any notation. */
export function isKnownIn(
  { joined, calling }: TalkSpace,
  networkId: string,
  keyOf: KeyOf,
): boolean {
  const key = keyOf(networkId);
  return [...joined, ...calling.keys()].some((other) => keyOf(other) === key);
}

/** Whether somebody is in it or is being called. */
export function isPartOf({ joined, calling }: TalkSpace, networkId: string): boolean {
  return joined.includes(networkId) || calling.has(networkId);
}

/** The service accepted to call somebody. */
export function withCalled(
  space: TalkSpace,
  networkId: string,
  isMuted: boolean,
  now: number,
): TalkSpace {
  const calling = new Map(space.calling).set(networkId, now);
  return withMute({ ...space, calling }, networkId, isMuted);
}

/** The service ended somebody's call. */
export function without(space: TalkSpace, networkId: string): TalkSpace {
  const joined = space.joined.filter((other) => other !== networkId);
  const calling = new Map(space.calling);
  calling.delete(networkId);
  return withMute({ ...space, joined, calling }, networkId, false);
}

/** The service muted or unmuted somebody. */
export function withMute(space: TalkSpace, networkId: string, isMuted: boolean): TalkSpace {
  const muted = new Set(space.muted);
  if (isMuted && isPartOf(space, networkId)) muted.add(networkId);
  else muted.delete(networkId);
  return { ...space, muted };
}

/**
 * Applies details, which name those who are in it. Those who do not join stop being called after a while. A
 * person whose ID appears in another notation keeps the known one.
 */
export function withFetched(
  space: TalkSpace,
  named: readonly string[],
  now: number,
  keyOf: KeyOf,
): TalkSpace {
  const known = new Map([...space.calling.keys(), ...space.joined].map((id) => [keyOf(id), id]));
  const joined = new Set(named.map((networkId) => known.get(keyOf(networkId)) ?? networkId));
  const calling = new Map(
    [...space.calling].filter(
      ([networkId, since]) => !joined.has(networkId) && now - since < CALLED_FOR_MS,
    ),
  );
  // That everybody left is only inferred from an empty list: those who reappear are as muted as before.
  const muted =
    named.length === 0
      ? space.muted
      : new Set([...space.muted].filter((id) => joined.has(id) || calling.has(id)));
  return { ...space, joined: [...joined], calling, muted };
}
