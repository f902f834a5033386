/** Runs a `curl` command line from a vendor's page against another origin. Knows the options used there. */
export async function runCurl(line: string, origin: string): Promise<Response> {
  const [, ...words] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare!,
  );
  const headers = new Headers();
  let method: string | undefined;
  let body: string | undefined;
  let address: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-v') continue;
    else if (word === '-X') method = words.shift();
    else if (word === '-u') headers.set('Authorization', `Basic ${btoa(words.shift() ?? '')}`);
    else if (word === '-H') headers.append(...readHeader(words.shift() ?? ''));
    else if (word === '-d') {
      body = words.shift() ?? '';
      headers.set('Content-Type', 'application/x-www-form-urlencoded');
    } else if (word.startsWith('-')) throw new Error(`curl ${word} is not supported`);
    // curl reads braces as a list of alternatives, so one in braces stands for itself.
    else address = word.replace(/\{([^,{}]*)\}/g, '$1');
  }
  const { pathname, search } = new URL(address ?? '');
  return fetch(`${origin}${pathname}${search}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers,
    ...(body !== undefined && { body }),
  });
}

function readHeader(text: string): [name: string, value: string] {
  const [name = '', value = ''] = text.split(/:\s*(.*)/s);
  return [name, value];
}
