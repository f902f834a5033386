/**
 * Where electron-builder puts the packaged app in its output folder.
 *
 * @type {Partial<Record<NodeJS.Platform, string>>}
 */
const UNPACKED = {
  darwin: 'mac-universal/Sidetone.app/Contents/MacOS/Sidetone',
  linux: 'linux-unpacked/sidetone',
  win32: 'win-unpacked/Sidetone.exe',
};

/**
 * What to build. From the official Electron: everything in electron-builder.yml for this system. From
 * another runtime: a check, not for users, of what can be built without downloads.
 *
 * @param {{ isOfficial: boolean, version: string }} electron
 * @param {object} options
 * @param {boolean} options.isDebOnly
 * @param {NodeJS.ProcessEnv} options.environment
 * @param {NodeJS.Platform} options.platform
 * @returns {{ output: string, unpacked: string, targets: string[], leftOut: string[] }} empty
 *   `targets` means those in electron-builder.yml; `unpacked` is the app's executable in `output`
 */
export function planPackages(electron, { isDebOnly, environment, platform }) {
  const unpacked = UNPACKED[platform] ?? '';
  const output = electron.isOfficial ? 'release' : `release/check-electron-${electron.version}`;
  if (isDebOnly) return { output, unpacked, targets: ['deb'], leftOut: [] };
  if (electron.isOfficial) return { output, unpacked, targets: [], leftOut: [] };
  const canAppImage = Boolean(environment.APPIMAGE_TOOLS_PATH);
  return {
    output,
    unpacked,
    targets: ['deb', 'tar.gz', ...(canAppImage ? ['AppImage'] : [])],
    leftOut: canAppImage
      ? []
      : ['AppImage: its tools are a download; APPIMAGE_TOOLS_PATH may name their folder'],
  };
}

/**
 * The settings of a check, which differ from electron-builder.yml.
 *
 * @param {object} options
 * @param {string} options.base the file it extends
 * @param {string} options.version of the runtime
 * @param {string} options.runtime its folder
 * @param {string} options.output
 */
export function checkSettings({ base, version, runtime, output }) {
  return {
    extends: [base],
    electronVersion: version,
    electronDist: runtime,
    directories: { output },
    artifactName: '${name}-check-${version}-${arch}.${ext}',
    // Fast rather than small: nobody downloads it.
    deb: { compression: 'gz' },
  };
}
