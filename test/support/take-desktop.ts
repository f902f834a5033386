import { DESKTOPS } from './desktops';

// Vitest numbers its parallel workers from 1.
Object.assign(process.env, DESKTOPS[Number(process.env.VITEST_POOL_ID) - 1]);
