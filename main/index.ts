import { join } from 'node:path';
import { app } from 'electron';
import { parseArguments, type Arguments } from './app/arguments';
import { boot } from './app/boot';
import { registerAppScheme } from './security/app-protocol';
import { lockNavigation } from './security/navigation';

/** The `appId` of electron-builder.yml: Windows shows notifications only under the name it installed. */
const APP_ID = 'example.sidetone.desktop';

/**
 * What must happen before the app is ready. From source the application folder comes before the
 * arguments; installed, it does not.
 */
function main(): void {
  const commandLine = process.argv.slice(app.isPackaged ? 1 : 2);
  const parsed = parseArguments(commandLine);
  if (!parsed.ok) {
    process.stderr.write(`sidetone: ${parsed.error.detail ?? parsed.error.code}\n`);
    process.exit(2);
  }
  const args: Arguments = parsed.value;
  if (args.isVersion) {
    process.stdout.write(`${app.getVersion()}\n`);
    process.exit(0);
  }
  // Chromium takes this flag only in one piece; here both forms mean the same.
  if (args.userDataDirectory !== undefined) app.setPath('userData', args.userDataDirectory);

  // Root on Linux can only run without Chromium's sandbox, and this call would overrule that flag
  // for the child processes; the window asks for the sandbox by itself all the same.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  registerAppScheme();
  lockNavigation(app);
  void boot(args, commandLine, join(__dirname, '..'));
}

main();
