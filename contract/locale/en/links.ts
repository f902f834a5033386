/** Links from web pages and other programs. */
export const links = {
  noNumber: 'the {scheme}: link contains no number that can be dialed',
  unknownAction: 'the sidetone: link contains no action that Sidetone knows',
  unknownParameter: 'the sidetone: link has an unknown parameter: {name}',
  repeatedParameter: 'the sidetone: link repeats a parameter: {name}',
  badEncoding: 'the sidetone: link has a parameter that is not percent-encoded UTF-8: {name}',
  tooLong: 'the sidetone: link is too long',
  noProfile: 'the sidetone: link contains no profile',
  badName: 'the sidetone: link contains a profile name that cannot be used',
  noJson: 'is not valid JSON',
  secret: 'must not be in a link, because everybody who sees the link could read it',
  misleading: 'contains characters that are not visible or that change the direction of text',
  notAscii: 'must be in ASCII, because other letters can look like those of another address',
  refusedTitle: 'This link cannot be used',
  refused: 'Nothing was changed.',
  close: 'Close',
  proposalTitle: 'Use the profile “{name}”?',
  proposalBody:
    'A link proposes this profile. Accept it only if you know where the link comes from: your password and your calls go to these addresses.',
  proposalSecrets: 'You enter passwords and keys afterwards, in Settings.',
  proposalLater:
    'A profile from the command line is in use. This one is stored, and used when you start Sidetone without it.',
  accept: 'Use this profile',
  yes: 'Yes',
};
