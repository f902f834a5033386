/** The page may only use its own files. */
export const CONTENT_SECURITY_POLICY = toPolicy("'self'");

/** The same for a page that contains styles: only those with this SHA-256 hash, in base64, are allowed. */
export function allowStyles(hash: string): string {
  return toPolicy(`'self' 'sha256-${hash}'`);
}

function toPolicy(styleSources: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styleSources}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
