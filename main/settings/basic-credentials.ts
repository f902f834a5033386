/** The part after `Basic ` in an `Authorization` header (RFC 7617, in UTF-8). */
export function toBasicCredentials(name: string, password: string): string {
  return Buffer.from(`${name}:${password}`, 'utf8').toString('base64');
}
