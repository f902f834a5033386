// Usage: npm run soak [-- --minutes N]
// Runs the real app with ten times as many calls as a busy agent has, by default for an hour, and measures
// whether memory or resources grow. Writes samples to out/bench/soak.json and a plot to out/bench/soak.svg.
import { runBenchProgram } from './bench/program.mjs';
import { runMain } from './setup/say.mjs';

await runMain(() => runBenchProgram('soak.js', process.argv.slice(2)));
