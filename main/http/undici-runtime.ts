// Imported as a whole, later; naming what is used here keeps the rest of undici out of the bundle.
export { Agent, Pool, ProxyAgent } from 'undici';
export type { Dispatcher } from 'undici';
