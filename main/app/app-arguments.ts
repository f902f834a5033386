/**
 * The arguments for the app. In a run from source they follow the application folder, which is the
 * first word without a dash. Arguments before it are Electron's.
 */
export function appArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (isPackaged || given.some((argument) => argument.startsWith('--app='))) return given;
  return given.slice(given.findIndex((argument) => !argument.startsWith('-')) + 1);
}
