import { DESKTOPS } from './desktops';

// Vitest numbers what it runs at once, from 1.
Object.assign(process.env, DESKTOPS[Number(process.env.VITEST_POOL_ID) - 1]);
