/** The About dialog. */
export const about = {
  open: 'About Sidetone',
  version: 'Version {version}',
  purpose: 'A desktop companion to a softphone.',
  ownLicense: 'License: MIT',
  thirdParties: 'Third-party software',
  thirdParty: '{name} {version} ({license})',
  loading: 'Loading…',
  notFound: 'The licenses could not be read. They are also in Sidetone’s installation folder.',
  close: 'Close',
};
