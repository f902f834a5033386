/** Selects what the Tab key reaches. */
export const FOCUSABLE =
  'button, input, select, textarea, summary, a[href], [tabindex]:not([tabindex="-1"])';
