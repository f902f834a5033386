import { moveInto, type Rectangle } from './fit';

/** Where a window is, or goes when it is no longer maximized. */
export interface Place extends Rectangle {
  readonly isMaximized?: true;
}

/** What is kept of the place of each of our windows. */
export type PlaceName = 'window' | 'callBar';

/** Where the windows were, for each arrangement of displays. */
export type WindowPlaces = Readonly<
  Record<string, Readonly<Partial<Record<PlaceName, Place>>> | undefined>
>;

/** The part of a display that decides. */
export interface DisplayArea {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** How many arrangements are kept, the latest used first. */
const MAX_ARRANGEMENTS = 20;

/** Identifies an arrangement of displays, in whatever order they are listed. */
export function arrangementOf(displays: readonly Pick<DisplayArea, 'bounds'>[]): string {
  return displays
    .map(({ bounds: { x, y, width, height } }) => `${x},${y},${width}x${height}`)
    .sort()
    .join(' ');
}

/** Where a window was when the displays were arranged as they are, moved to where it can be seen. */
export function findPlace(
  places: WindowPlaces,
  displays: readonly DisplayArea[],
  name: PlaceName,
): Place | undefined {
  const kept = places[arrangementOf(displays)]?.[name];
  if (kept === undefined) return undefined;
  const areas = displays.map(({ workArea }) => workArea);
  const [nearest] = areas.sort((one, other) => overlap(other, kept) - overlap(one, kept));
  return nearest && { ...moveInto(kept, nearest), ...(kept.isMaximized && { isMaximized: true }) };
}

/** The places with a new one, for the present arrangement. */
export function keepPlace(
  places: WindowPlaces,
  displays: readonly DisplayArea[],
  name: PlaceName,
  place: Place,
): WindowPlaces {
  const key = arrangementOf(displays);
  const others = Object.entries(places).filter(([other]) => other !== key);
  return Object.fromEntries(
    [[key, { ...places[key], [name]: place }] as const, ...others].slice(0, MAX_ARRANGEMENTS),
  );
}

/** Reads what was kept; anything that is not a place is left out. */
export function parsePlaces(text: string): WindowPlaces {
  try {
    const parsed: unknown = JSON.parse(text);
    return Object.fromEntries(
      entriesOf(parsed).map(([key, kept]) => [
        key,
        Object.fromEntries(entriesOf(kept).filter(([, place]) => isPlace(place))),
      ]),
    );
  } catch {
    return {};
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isPlace(value: unknown): value is Place {
  const parts = new Map(entriesOf(value));
  const isMaximized = parts.get('isMaximized');
  if (isMaximized !== undefined && isMaximized !== true) return false;
  return ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(parts.get(name)));
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
