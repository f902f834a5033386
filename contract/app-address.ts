/** Where the window's pages live: a scheme of our own, with one host. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';

/** The query of the page that is the call bar; without one it is the window. */
export const CALL_BAR_QUERY = '?call-bar';
