// The order matters: modules are evaluated in the order of these lines, in a bundle as well.
import './file-global';

export { Agent, Pool, ProxyAgent } from 'undici';
export type { Dispatcher } from 'undici';
