/** A report for support, without secrets, exactly as it is saved. */
export interface Diagnostics {
  readonly text: string;
}
