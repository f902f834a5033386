/** The address of the window's pages: a custom scheme with one host. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';

/** The query of the call bar's page. Without a query, the page is the window. */
export const CALL_BAR_QUERY = '?call-bar';
