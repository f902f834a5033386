/**
 * The URL of a path below a vendor's base URL, which may have a path of its own. Segments are always
 * percent-encoded here.
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
 * An id as a single segment of a path, whatever its characters. Must be used for every id from a vendor. A
 * segment of dots would change the path, even if percent-encoded once.
 */
export function toPathSegment(segment: string): string {
  return /^\.+$/.test(segment) ? segment.replaceAll('.', '%252E') : encodeURIComponent(segment);
}
