// Usage: npm run bench [-- NAME...]
// Measures speed and size, each together with a baseline from the same run. Prints one line of JSON per
// figure and saves them to out/bench/results.json. See docs/performance.md.
import { runBenchProgram } from './bench/program.mjs';
import { runMain } from './setup/say.mjs';

await runMain(() => runBenchProgram('index.js', process.argv.slice(2)));
