/** A report for whoever helps the agent, without secrets: exactly what is saved. */
export interface Diagnostics {
  readonly text: string;
}
