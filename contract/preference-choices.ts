// Separate from the schema, since the window loads no validator.

export const THEMES = ['system', 'light', 'dark'] as const;
/** What is written to the log, from least to most. */
export const LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
/** In percent. */
export const ZOOM_LEVELS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export type ZoomLevel = (typeof ZOOM_LEVELS)[number];
