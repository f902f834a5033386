import { Markdown, type MarkdownToJSX } from 'markdown-to-jsx/react';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { isPageName, PAGES, pictureAt, type PageName } from './pages';

interface HelpPageProps {
  readonly name: PageName;
  /** Called when a link to another page is pressed. */
  readonly onOpen: (name: PageName) => void;
}

/** One page. The title of the dialog is above it, so its headings start one level below that. */
export function HelpPage({ name, onOpen }: HelpPageProps): ReactNode {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers return a promise, which React would call when the page is left.
    page.current?.closest('dialog')?.scrollTo(0, 0);
  }, [name]);

  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (href === null || href === undefined) {
      return;
    }
    // The window never leaves its page.
    event.preventDefault();
    if (isPageName(href)) {
      onOpen(href);
    } else {
      document.getElementById(href.slice(1))?.scrollIntoView();
    }
  };

  return (
    <article ref={page} onClick={follow}>
      <Markdown options={OPTIONS}>{PAGES[name]}</Markdown>
    </article>
  );
}

interface LinkProps {
  readonly href?: string;
  readonly children?: ReactNode;
}

/** A link to a section of this page or to another page. Targets outside the app are plain text. */
function Link({ href = '', children }: LinkProps): ReactNode {
  return href.startsWith('#') || isPageName(href) ? <a href={href}>{children}</a> : children;
}

interface PictureProps {
  readonly src?: string;
  readonly alt?: string;
}

function Picture({ src = '', alt = '' }: PictureProps): ReactNode {
  return <img src={pictureAt(src)} alt={alt} />;
}

const OPTIONS: MarkdownToJSX.Options = {
  overrides: {
    h1: { component: 'h3', props: {} },
    h2: { component: 'h4', props: {} },
    h3: { component: 'h5', props: {} },
    // It scrolls sideways where it is too wide, by the keyboard too.
    table: { component: 'table', props: { tabIndex: 0 } },
    a: Link,
    img: Picture,
  },
  disableParsingRawHTML: true,
};
