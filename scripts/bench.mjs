// Usage: npm run bench [-- NAME...]
// Measures how fast and how heavy Sidetone is, each figure beside a baseline of the same run. One JSON
// line a figure on standard output; all of them in out/bench/results.json. See docs/performance.md.
import { runBenchProgram } from './bench/program.mjs';
import { runMain } from './setup/say.mjs';

await runMain(() => runBenchProgram('index.js', process.argv.slice(2)));
