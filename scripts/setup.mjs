// Usage: node scripts/setup.mjs [GROUP...]
// Installs what is missing to run Sidetone from source. GROUP names further system packages: display,
// test, package, verify-deb. Ends with the path of the Electron executable on standard output.
import { runMain } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const { executable } = await setUp({ groups: process.argv.slice(2) });
  console.log(executable);
});
