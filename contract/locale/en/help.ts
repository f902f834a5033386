/** The Help dialog. */
export const help = {
  title: 'Help',
  loading: 'Loading…',
  close: 'Close',
};
