/** @typedef {{ name: string, version: string, license: string, text: string }} ThirdParty */

/**
 * A field of a machine-readable copyright file: further lines start with a space, an empty one is a period.
 *
 * @param {string} text
 */
function indent(text) {
  return text
    .split('\n')
    .map((line) => ` ${line.trimEnd() || '.'}`)
    .join('\n');
}

/** Debian wants a reference to its copy of a common license instead of the text. */
/** @type {Record<string, string>} */
const COMMON = { 'Apache-2.0': '/usr/share/common-licenses/Apache-2.0' };

/** @param {ThirdParty} thirdParty */
function describeTerms({ license, text }) {
  const common = COMMON[license];
  return common ? `On Debian systems the full text is in ${common}.` : text;
}

/** @param {ThirdParty} thirdParty */
function holdersOf({ name, text }) {
  const lines = text.split('\n').map((line) => line.trim());
  const holders = lines.filter((line) => /^copyright\b.*\d|^copyright \(c\)/i.test(line));
  return holders.length > 0 ? holders : [`the authors of ${name}`];
}

/**
 * `/usr/share/doc/sidetone/copyright`, in Debian's machine-readable format 1.0. Each library has its own
 * license name, because each text names different copyright holders.
 *
 * @param {{ homepage: string, license: string, thirdParties: ThirdParty[] }} parts
 */
export function debCopyright({ homepage, license, thirdParties }) {
  const own = `Files: *
Copyright: the Sidetone maintainers
License: Expat
${indent(license)}`;
  const others = thirdParties.map((entry) => {
    const { name, version } = entry;
    const isRuntime = name === 'Electron' || name === 'Chromium';
    const path = isRuntime ? '*' : `resources/app.asar/${name}/*`;
    return [
      `Files: opt/Sidetone/${path}`,
      `Copyright: ${holdersOf(entry).join('\n           ')}`,
      `License: ${entry.license.replace(/\s+/g, '-')}-${name.replace(/[^\w.]+/g, '-').replace(/^-/, '')}`,
      indent(describeTerms(entry)),
      `Comment: ${name} ${version}`.trimEnd(),
    ].join('\n');
  });
  const header = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Sidetone
Source: ${homepage}
Comment: The libraries are bundled into the files of app.asar, where they have no folders of their own.`;
  return `${[header, own, ...others].join('\n\n')}\n`;
}

/**
 * A Debian changelog with one entry for the release; CHANGELOG.md has the changes.
 *
 * @param {{ version: string, maintainer: string, date: number }} release
 */
export function debChangelog({ version, maintainer, date }) {
  const day = new Date(date).toUTCString().replace('GMT', '+0000');
  return `sidetone (${version}) stable; urgency=medium

  * Release ${version}. CHANGELOG.md in the source lists what has changed.

 -- ${maintainer}  ${day}
`;
}

/** @param {string} text */
const roff = (text) => text.replace(/\\/g, '\\e').replace(/-/g, '\\-').replace(/^\./gm, '\\&.');

/**
 * The man page, with the flags of `--help`.
 *
 * @param {{ version: string, description: string, switches: Record<string, string>, values: Record<string, readonly [string, string]> }} parts
 */
export function manPage({ version, description, switches, values }) {
  const flags = [
    ...Object.entries(values).map(
      ([name, [value, meaning]]) => `.TP\n.BI ${roff(`--${name}`)} " ${value}"\n${roff(meaning)}`,
    ),
    ...Object.entries(switches).map(
      ([name, meaning]) => `.TP\n.B ${roff(`--${name}`)}\n${roff(meaning)}`,
    ),
  ];
  return `.TH SIDETONE 1 "" "Sidetone ${version}" "User Commands"
.SH NAME
sidetone \\- companion to a softphone
.SH SYNOPSIS
.B sidetone
.RI [ FLAG ...]
.SH DESCRIPTION
${roff(description)}.
Chromium's own switches pass through, except those that would open the app to other programs.
.SH OPTIONS
${flags.join('\n')}
.SH EXIT STATUS
0 on success, 1 if the app could not start or the requested action failed, 2 for a wrong flag or profile.
.SH FILES
.TP
.I ~/.config/Sidetone
settings, history and log
.SH SEE ALSO
The licenses of everything in the package: /usr/share/doc/sidetone/copyright
`;
}

/**
 * AppStream metadata, for software centers.
 *
 * @param {{ version: string, date: number, homepage: string, description: string, desktopName: string }} release
 */
export function metainfo({ version, date, homepage, description, desktopName }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${desktopName.replace(/\.desktop$/, '')}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>Sidetone</name>
  <summary>Companion to a softphone</summary>
  <developer_name>The Sidetone maintainers</developer_name>
  <description>
    <p>${description}.</p>
    <p>
      Sidetone stays beside the telephone of a contact-center agent. It shows who is in the call, whether it is muted or
      held, and has the actions that matter: start or close a TalkSpace, remove a participant, delete the recording.
    </p>
  </description>
  <launchable type="desktop-id">${desktopName}</launchable>
  <url type="homepage">${homepage}</url>
  <categories>
    <category>Network</category>
    <category>Telephony</category>
  </categories>
  <provides>
    <binary>sidetone</binary>
  </provides>
  <content_rating type="oars-1.1" />
  <releases>
    <release version="${version}" date="${new Date(date).toISOString().slice(0, 10)}" />
  </releases>
</component>
`;
}

/** What an Electron package cannot avoid. */
export const LINTIAN_OVERRIDES = `# A package from outside Debian belongs into /opt.
sidetone: dir-or-file-in-opt [opt/Sidetone/*]
# Chromium carries the libraries that it was built and tested with.
sidetone: embedded-library * [opt/Sidetone/*]
# Electron's binaries are taken as they were released.
sidetone: unstripped-binary-or-object [opt/Sidetone/*]
`;
