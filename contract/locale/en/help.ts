/** The dialog with the guide. */
export const help = {
  title: 'Help',
  loading: 'Loading…',
  close: 'Close',
};
