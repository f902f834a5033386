/** What a link asks for. Any web page can offer one, so nothing happens before the agent confirms it. */
export type Link =
  /** Fills in a number, a name or a SIP address. */
  | { readonly kind: 'dial'; readonly number: string }
  | { readonly kind: 'show' }
  /** Proposes a profile. `text` is its JSON, not checked yet; `name` is what it is to be called. */
  | { readonly kind: 'profile'; readonly name: string | undefined; readonly text: string };
