// Usage: node scripts/build.mjs
// Bundles the app and the simulator into out/ if their sources have changed.
import { build } from './setup/build.mjs';
import { runMain } from './setup/say.mjs';

await runMain(() => build());
