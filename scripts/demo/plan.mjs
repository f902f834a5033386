/** The flags with which the app does something other than the demo. */
const OTHER_TASK_FLAGS = [
  ...['--profile', '--import-profile', '--smoke', '--version', '--help'],
  ...['--answer', '--mute', '--unmute', '--hang-up', '--show', '--dial'],
];
/** A link that the app opens, which is always the last argument. */
const LINK = /^(tel|callto|sips?|sidetone):/i;

/**
 * @param {string[]} flags
 * @param {string} name
 */
function isGiven(flags, name) {
  return flags.some((flag) => flag === name || flag.startsWith(`${name}=`));
}

/**
 * Whether a run without a display plays the demo. Control flags and links are for the running app.
 *
 * @param {string[]} flags
 */
export function wantsDemo(flags) {
  return !OTHER_TASK_FLAGS.some((name) => isGiven(flags, name)) && !LINK.test(flags.at(-1) ?? '');
}

/**
 * The app's flags for the demo: the user's, plus those that the demo needs. The trace goes to a file and
 * is printed from there, because output before the driver attaches would be lost.
 *
 * @param {string[]} flags the user's
 * @param {{ traceFile: string, dataFolder: string }} defaults
 * @returns {{ flags: string[], traceFile: string }}
 */
export function planFlags(flags, { traceFile, dataFolder }) {
  const rest = [...flags];
  let file = traceFile;
  const index = rest.findIndex((flag) => flag === '--trace' || flag.startsWith('--trace='));
  if (index >= 0) {
    const given = rest[index] ?? '';
    const [flag, value = rest[index + 1]] = given.split(/=(.*)/s);
    rest.splice(index, given === flag ? 2 : 1);
    if (value && value !== '-') file = value;
  }
  if (!isGiven(rest, '--user-data-dir')) rest.push(`--user-data-dir=${dataFolder}`);
  if (!isGiven(rest, '--demo')) rest.push('--demo');
  return { flags: [...rest, '--trace', file], traceFile: file };
}

/**
 * The steps of a scenario for the window, in order of time.
 *
 * @template {{ at: number, press?: object, screenshot?: string }} Step
 * @param {{ steps: Step[] }} scenario
 */
export function planSteps(scenario) {
  return scenario.steps
    .filter((step) => step.press ?? step.screenshot)
    .sort((first, second) => first.at - second.at);
}

/**
 * Whether this line of the trace starts the scenario's clock: Genesys is connected.
 *
 * @param {string} line
 */
export function startsClock(line) {
  const { kind, vendor, state } = JSON.parse(line);
  return kind === 'connection' && vendor === 'genesys' && state === 'connected';
}
