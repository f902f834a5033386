import { parseArgs } from 'node:util';

const text = /** @type {const} */ ({ type: 'string' });
const list = /** @type {const} */ ({ type: 'string', multiple: true });

const OPTIONS = /** @type {const} */ ({
  input: { ...text, short: 's' },
  target: { ...text, short: 't' },
  depends: { ...list, short: 'd' },
  'deb-recommends': list,
  'deb-compression': text,
  'deb-priority': { ...text, default: 'optional' },
  force: { type: 'boolean' },
  debug: { type: 'boolean' },
  log: text,
  name: text,
  version: text,
  iteration: text,
  architecture: text,
  maintainer: text,
  vendor: text,
  url: text,
  license: text,
  category: { ...text, default: 'misc' },
  description: text,
  package: text,
  'after-install': text,
  'after-remove': text,
});

/**
 * Parses the command line with which electron-builder calls fpm for a deb. Throws for anything else.
 *
 * @param {string[]} parameters
 * @returns the options by their long names, and `mappings`: what goes where. If `source` ends in a slash,
 *   it is a folder whose content goes into `target`.
 */
export function parseFpmOptions(parameters) {
  const { values, positionals } = parseArgs({
    args: parameters,
    options: OPTIONS,
    allowPositionals: true,
  });
  if (values.input !== 'dir' || values.target !== 'deb') {
    throw new Error(`Only -s dir -t deb is possible, not -s ${values.input} -t ${values.target}`);
  }
  if (values.package === undefined) throw new Error('No --package is given');
  const mappings = positionals.map((mapping) => {
    const at = mapping.indexOf('=');
    if (at < 0) throw new Error(`No target in "${mapping}"`);
    return { source: mapping.slice(0, at), target: mapping.slice(at + 1) };
  });
  const { depends = [], 'deb-recommends': recommends = [], description = '' } = values;
  return {
    ...values,
    depends,
    'deb-recommends': recommends,
    description,
    package: values.package,
    mappings,
  };
}

/**
 * The control file of a Debian package.
 *
 * @param {ReturnType<typeof parseFpmOptions>} options
 * @param {number} installedSize in KiB
 */
export function debControl(options, installedSize) {
  const [synopsis, ...description] = options.description.trim().split('\n');
  const fields = {
    Package: options.name,
    Version: options.version + (options.iteration ? `-${options.iteration}` : ''),
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': String(installedSize),
    Depends: options.depends.join(', '),
    Recommends: options['deb-recommends'].join(', '),
    Section: options.category,
    Priority: options['deb-priority'],
    Homepage: options.url,
    // Further lines start with a space; an empty one is a period.
    Description: [synopsis, ...description.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  };
  return Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
