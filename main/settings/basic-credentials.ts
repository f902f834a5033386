/** What follows `Basic ` in the header that carries a name and a password (RFC 7617, in UTF-8). */
export function toBasicCredentials(name: string, password: string): string {
  return Buffer.from(`${name}:${password}`, 'utf8').toString('base64');
}
