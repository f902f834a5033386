/**
 * The URL of a path below a vendor's base URL, which may have a path of its own. Segments are
 * percent-encoded here, whatever they hold.
 */
export function toEndpoint(
  baseUrl: string,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): URL {
  const url = new URL(baseUrl);
  const path = segments.map((segment) => `/${toPathSegment(segment)}`).join('');
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  url.search = new URLSearchParams(query).toString();
  return url;
}

/**
 * An id as one segment of a path, whatever it contains. Every id from a vendor goes through this. A segment of
 * dots would be a step within the path, even percent-encoded once.
 */
export function toPathSegment(segment: string): string {
  return /^\.+$/.test(segment) ? segment.replaceAll('.', '%252E') : encodeURIComponent(segment);
}
