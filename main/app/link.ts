/**
 * The request of a link. Any web page can contain one, so nothing happens before the agent confirms
 * it.
 */
export type Link =
  /** Fills in a number, a name or a SIP address. */
  | { readonly kind: 'dial'; readonly number: string }
  | { readonly kind: 'show' }
  /** Proposes a profile. `text` is its JSON, not validated yet; `name` is the name for it. */
  | { readonly kind: 'profile'; readonly name: string | undefined; readonly text: string };
