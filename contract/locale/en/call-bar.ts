/** The small bar that stands for the window during a call. */
export const callBar = {
  title: 'Sidetone call bar',
  show: 'Show call bar',
  showWindow: 'Show window',
};
