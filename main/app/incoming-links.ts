import type { App } from 'electron';
import type { Result } from '../../contract/result';
import type { Link } from './link';
import { readLink } from './read-link';

/** The links that this process receives: one as an argument, and on macOS each by an event. */
export interface IncomingLinks {
  /** Opens the links received so far, and from now on each link as it arrives. */
  follow(open: (link: Result<Link>) => void): void;
}

/** Must be called before the app is ready: the event of a link that starts the app comes before that. */
export function receiveLinks(app: Pick<App, 'on'>, first: Result<Link> | undefined): IncomingLinks {
  const waiting = first === undefined ? [] : [first];
  let open = (link: Result<Link>): void => void waiting.push(link);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    open(readLink(url));
  });
  return {
    follow: (opener) => {
      open = opener;
      for (const link of waiting.splice(0)) open(link);
    },
  };
}
