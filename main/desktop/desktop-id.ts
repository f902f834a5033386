/**
 * The name of the desktop file that the Linux packages install, without `.desktop`, as in package.json. Portals
 * accept only a name in reverse-DNS notation.
 */
export const DESKTOP_ID = 'example.sidetone.Sidetone';
