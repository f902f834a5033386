// Usage: node test/support/run-dev.mjs ROOT ELECTRON ELECTRON-FLAGS-AS-JSON [APP FLAGS]
import { runDev } from '../../scripts/dev/run-dev.mjs';

const [root = '', executable = '', electronFlags = '[]', ...appFlags] = process.argv.slice(2);
const flags = { electron: JSON.parse(electronFlags), app: appFlags };
process.exitCode = await runDev(root, executable, flags, process.env);
