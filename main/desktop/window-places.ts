import { moveInto, type Rectangle } from './fit';

/** The place of a window when it is not maximized. */
export interface Place extends Rectangle {
  readonly isMaximized?: true;
}

/** The stored places of the app's windows. */
export type PlaceName = 'window' | 'callBar';

/** The places of the windows, for each arrangement of displays. */
export type WindowPlaces = Readonly<
  Record<string, Readonly<Partial<Record<PlaceName, Place>>> | undefined>
>;

/** The properties of a display that identify an arrangement. */
export interface DisplayArea {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** How many arrangements are kept, most recently used first. */
const MAX_ARRANGEMENTS = 20;

/** Identifies an arrangement of displays, regardless of their order. */
function arrangementOf(displays: readonly Pick<DisplayArea, 'bounds'>[]): string {
  return displays
    .map(({ bounds: { x, y, width, height } }) => `${x},${y},${width}x${height}`)
    .sort()
    .join(' ');
}

/** The stored place of a window in the current arrangement, moved so that it is visible. */
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

/** Adds a place to the current arrangement. */
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

/** Parses the stored places and leaves out anything invalid. */
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
