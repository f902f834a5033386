// Imported dynamically. Naming the used parts keeps the rest of undici out of the bundle.
export { Agent, Pool, ProxyAgent } from 'undici';
export type { Dispatcher } from 'undici';
