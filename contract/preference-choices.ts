// Apart from the schema, since the window loads no validator.

export const THEMES = ['system', 'light', 'dark'] as const;
/** In percent. */
export const ZOOM_LEVELS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export type ZoomLevel = (typeof ZOOM_LEVELS)[number];
