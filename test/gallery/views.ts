/** A combination of size, theme and other conditions in which the window is shown. */
export interface GalleryView {
  readonly name: string;
  /** The states to show in this view; all by default. */
  readonly states?: readonly string[];
  /** Whether the window is as high as the state needs. */
  readonly isTall?: true;
  /** The query of the page's URL. */
  readonly query?: string;
  readonly options: {
    readonly viewport: { readonly width: number; readonly height: number };
    readonly colorScheme?: 'light' | 'dark';
    readonly forcedColors?: 'active';
    readonly deviceScaleFactor?: number;
  };
}

const DEFAULT = { width: 380, height: 640 };

/** Every view that the pictures show. */
export const VIEWS: readonly GalleryView[] = [
  { name: 'light', isTall: true, options: { viewport: DEFAULT, colorScheme: 'light' } },
  { name: 'dark', isTall: true, options: { viewport: DEFAULT, colorScheme: 'dark' } },
  {
    name: 'smallest',
    states: ['talking', 'name-from-earlier-call', 'waiting-call', 'failed', 'keypad', 'transfer'],
    options: { viewport: { width: 320, height: 360 } },
  },
  {
    name: 'zoomed',
    states: ['talking', 'people', 'transfer'],
    options: { viewport: { width: 190, height: 320 }, deviceScaleFactor: 2 },
  },
  {
    name: '720',
    states: ['everything', 'consultation', 'history', 'settings-genesys'],
    options: { viewport: { width: 720, height: 640 } },
  },
  {
    name: '1040',
    states: ['people'],
    options: { viewport: { width: 1_040, height: 700 }, colorScheme: 'dark' },
  },
  {
    name: '1400',
    states: ['everything', 'no-call'],
    options: { viewport: { width: 1_400, height: 800 } },
  },
  {
    name: 'contrast',
    isTall: true,
    states: [
      'talking',
      'muted',
      'ringing',
      'on-hold',
      'waiting-call',
      'failed',
      'people',
      'commands',
      'settings',
      'settings-shortcuts',
      'settings-contacts',
      'history',
      'link',
      'wrap-up',
    ],
    options: { viewport: DEFAULT, forcedColors: 'active', colorScheme: 'dark' },
  },
  {
    name: 'rtl',
    isTall: true,
    states: [
      'talking',
      'people',
      'waiting-call',
      'failed',
      'history',
      'more',
      'everything',
      'missed-calls',
      'commands',
      'dial',
      'delete-call',
      'settings-contacts',
      'call-bar',
    ],
    query: 'dir=rtl',
    options: { viewport: DEFAULT },
  },
  {
    name: 'long-words',
    isTall: true,
    states: [
      'settings-general',
      'transfer',
      'talking',
      'ringing',
      'waiting-call',
      'consultation',
      'conference',
      'history',
      'failed',
    ],
    query: 'long-words',
    options: { viewport: DEFAULT },
  },
];
