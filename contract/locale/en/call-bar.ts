/** The call bar, which replaces the window. */
export const callBar = {
  title: 'Sidetone call bar',
  show: 'Show call bar',
  showWindow: 'Show window',
};
