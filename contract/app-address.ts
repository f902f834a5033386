/** Where the window's pages live: a scheme of our own, with one host. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
