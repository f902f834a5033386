import { join, resolve } from 'node:path';
import { app, Menu, protocol } from 'electron';
import { parseArguments, type Arguments } from './app/arguments';
import { boot } from './app/boot';
import { enableCodeCache } from './app/code-cache';
import { findFolderProblem } from './app/data-folder';
import { findDisplayProblem, runWithoutDisplay } from './app/display';
import { describeUsage } from './app/flags';
import { hasGraphics } from './app/graphics';
import { appArguments } from './app/app-arguments';
import { choosePasswordStore } from './app/password-store';
import { refuseFolder } from './app/refuse-folder';
import { sendRemoteCommand } from './app/send-remote-command';
import { allowShortcutsPortal } from './app/shortcuts-portal';
import { registerAppScheme } from './security/app-protocol';
import { lockNavigation } from './security/navigation';
import { denyWebRtcOverUdp, disableDnsPrefetch } from './security/network';

/** The `appId` of electron-builder.yml: Windows shows notifications only under the name it installed. */
const APP_ID = 'example.sidetone.desktop';

/** Everything that must happen before the app is ready. */
function main(): void {
  enableCodeCache(__dirname);
  const commandLine = appArguments(process.argv, app.isPackaged);
  const parsed = parseArguments(commandLine, app);
  if (!parsed.ok) exit(2, `sidetone: ${parsed.error.detail ?? parsed.error.code}`);
  const args: Arguments = parsed.value;
  if (args.isHelp) exit(0, describeUsage());
  if (args.isVersion) exit(0, app.getVersion());

  // Chromium accepts this flag only with `=`. Sidetone accepts both forms.
  const { userDataDirectory } = args;
  if (userDataDirectory !== undefined) app.setPath('userData', resolve(userDataDirectory));
  if (args.remoteCommand !== undefined) handOver(commandLine);
  if (args.link?.ok === false) {
    // Another program opened the link, so the running app shows what is wrong.
    sendToRunningApp(commandLine);
    exit(2, `sidetone: ${args.link.error.detail ?? args.link.error.code}`);
  }
  const isHeadless = app.commandLine.getSwitchValue('ozone-platform') === 'headless';
  const noDisplay = isHeadless ? undefined : findDisplayProblem(process.env, process.platform);
  if (noDisplay !== undefined) startWithoutDisplay(args, noDisplay);

  const folder = findDataFolder();
  const problem = findFolderProblem(folder, process.platform);
  if (problem !== undefined) {
    void refuseFolder(args, folder, problem);
    return;
  }

  // On Linux, root can only run without Chromium's sandbox, and this call would override that flag for the
  // child processes. The window requests the sandbox in any case.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (!hasGraphics(process.platform)) app.disableHardwareAcceleration();
  app.setAppUserModelId(APP_ID);
  // Otherwise Electron builds a default menu first. On macOS the app has a menu of its own.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const passwordStore = choosePasswordStore(app.commandLine, process.env, process.platform);
  registerAppScheme(protocol);
  lockNavigation(app);
  denyWebRtcOverUdp(app);
  disableDnsPrefetch(app);
  allowShortcutsPortal(app.commandLine, process.platform);
  void boot(args, commandLine, join(__dirname, '..'), passwordStore);
}

/** Exits before Chromium starts, because the running app does all the work. */
function handOver(commandLine: readonly string[]): never {
  const reason = sendToRunningApp(commandLine);
  if (reason !== undefined) exit(1, `sidetone: ${reason}`);
  process.exit(0);
}

function sendToRunningApp(commandLine: readonly string[]): string | undefined {
  // On Linux, `process.getCreationTime()` can be a second too early.
  return sendRemoteCommand(app, findDataFolder(), commandLine, performance.timeOrigin);
}

/** Electron throws if it cannot create the folder. The reason is determined afterwards. */
function findDataFolder(): string {
  try {
    return app.getPath('userData');
  } catch {
    return join(app.getPath('appData'), app.getName());
  }
}

/** Only tasks without a window are possible, for which Chromium needs a switch before it starts. */
function startWithoutDisplay({ importProfile }: Arguments, problem: string): never {
  const code = importProfile === undefined ? undefined : runWithoutDisplay();
  if (code !== undefined) process.exit(code);
  exit(1, `sidetone: ${problem}`);
}

function exit(code: number, line: string): never {
  const stream = code === 0 ? process.stdout : process.stderr;
  stream.write(`${line}\n`);
  process.exit(code);
}

main();
