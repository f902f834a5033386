// Usage: npm run soak [-- --minutes N]
// Runs the real app through calls at ten times a busy agent's rate, an hour unless told otherwise, and
// measures whether anything creeps. Samples in out/bench/soak.json, a plot in out/bench/soak.svg.
import { runBenchProgram } from './bench/program.mjs';
import { runMain } from './setup/say.mjs';

await runMain(() => runBenchProgram('soak.js', process.argv.slice(2)));
