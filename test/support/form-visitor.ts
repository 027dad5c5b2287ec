/** A browser of the simplest kind: keeps cookies, sends forms, follows redirects. No script. */
export interface FormVisitor {
  get(path: string): Promise<Visited>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Visited>;
  /** A form that holds a file. */
  send(path: string, form: FormData): Promise<Visited>;
  keepCookie(name: string, value: string): void;
}

export interface Visited {
  readonly status: number;
  /** Path with query where the visitor ended. */
  readonly path: string;
  /** What a redirect asked to scroll to. */
  readonly hash: string;
  readonly html: string;
  readonly headers: Headers;
}

const MOST_REDIRECTS = 5;

export function aFormVisitor(origin: string, cookies: Record<string, string> = {}): FormVisitor {
  const jar = { ...cookies };
  const visit = async (path: string, init: RequestInit): Promise<Visited> => {
    let at = { path, hash: '', init };
    for (let step = 0; step < MOST_REDIRECTS; step += 1) {
      const answer = await fetch(origin + at.path, {
        ...at.init,
        redirect: 'manual',
        headers: { ...at.init.headers, cookie: cookieHeader(jar), origin },
      });
      keepCookies(jar, answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      if (!next) {
        const html = await answer.text();
        return {
          status: answer.status,
          path: at.path,
          hash: at.hash,
          html,
          headers: answer.headers,
        };
      }
      const url = new URL(next, origin);
      at = { path: url.pathname + url.search, hash: url.hash, init: { method: 'GET' } };
    }
    throw new Error(`Too many redirects from ${path}`);
  };
  return {
    get: (path) => visit(path, { method: 'GET' }),
    post: (path, fields) => visit(path, { method: 'POST', body: new URLSearchParams(fields) }),
    send: (path, form) => visit(path, { method: 'POST', body: form }),
    keepCookie: (name, value) => void (jar[name] = value),
  };
}

/** The value of a hidden field on a page. */
export function hiddenField(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`There is no field ${name} on the page`);
  return value;
}

function cookieHeader(jar: Readonly<Record<string, string>>): string {
  return Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

function keepCookies(jar: Record<string, string>, set: readonly string[]): void {
  for (const cookie of set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name) jar[name] = value ?? '';
  }
}
