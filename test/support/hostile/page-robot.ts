import type { AccessRule } from '#platform/http/access.js';
import type { GuardedRoute } from '../route-list.js';

/** Somebody who looks at the town: nobody in particular, or a person with a session. */
export interface Walker {
  readonly name: string;
  /** The cookie header; empty for nobody. */
  readonly cookie: string;
  readonly roles: readonly string[];
}

export interface Answer {
  readonly walker: Walker;
  /** Path with query. */
  readonly path: string;
  /** The route it belongs to, `/:lang/rounds/:id`; null for what is no route of a controller. */
  readonly route: string | null;
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** A form as it stands on a page. */
export interface FoundForm {
  readonly walker: Walker;
  readonly page: string;
  readonly action: string;
  readonly isUpload: boolean;
  readonly fields: readonly FoundField[];
}

export interface FoundField {
  readonly name: string;
  /** As the page gives it. */
  readonly value: string;
  /** May a person write what she likes? */
  readonly isFree: boolean;
}

export interface Walk {
  readonly starts: readonly string[];
  /** Pages of one kind that are opened: the second may be in another state. */
  readonly ofAKind: number;
  /** Does the walker go through what everybody may see as well? */
  readonly everything: boolean;
}

const MOST_GUESSES = 8;

/** Walks through a portal by its own links, as each walker in turn, and shows every answer. */
export class PageRobot {
  readonly forms = new Map<string, FoundForm>();
  /** Queries of links and of search forms, by route. */
  readonly queries = new Map<string, Set<string>>();
  private readonly matchers: readonly Matcher[];
  /** Every address that stood on a page of anybody. */
  private readonly known = new Set<string>();

  constructor(
    private readonly origin: string,
    routes: readonly GuardedRoute[],
    private readonly look: (answer: Answer) => void | Promise<void>,
  ) {
    const shown = new Map(
      routes.filter(({ method }) => method === 'GET').map((route) => [route.path, route.access]),
    );
    this.matchers = [...shown]
      .toSorted(([left], [right]) => (rank(left) < rank(right) ? -1 : 1))
      .map(([path, access]) => ({ path, access, pattern: patternOf(path) }));
  }

  async walk(walker: Walker, { starts, ofAKind, everything }: Walk): Promise<void> {
    const begins = new Set(starts);
    const waiting = [...starts, ...this.known];
    const seen = new Set(waiting);
    const opened = new Map<string, number>();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (!begins.has(path) && !this.isFor(walker, path, everything)) continue;
      const kind = this.kindOf(path);
      const before = opened.get(kind) ?? 0;
      if (before >= ofAKind) continue;
      opened.set(kind, before + 1);
      const answer = await this.open(walker, path);
      for (const next of this.pathsIn(answer)) {
        this.known.add(next);
        if (!seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
  }

  /** Opens an address, or sends a form there. */
  async open(walker: Walker, path: string, form?: URLSearchParams | FormData): Promise<Answer> {
    const given = await fetch(this.origin + path, {
      ...(form ? { method: 'POST', body: form } : {}),
      redirect: 'manual',
      headers: { cookie: walker.cookie, origin: this.origin, 'accept-encoding': 'identity' },
    });
    const answer: Answer = {
      walker,
      path,
      route: this.routeOf(path),
      status: given.status,
      type: given.headers.get('content-type')?.split(';')[0] ?? '',
      headers: given.headers,
      body: Buffer.from(await given.arrayBuffer()),
    };
    await this.look(answer);
    return answer;
  }

  /** Addresses that a route may have, by those that stood on pages; to be tried, most lead nowhere. */
  guesses(route: string): readonly string[] {
    const [head = '', ...rest] = route.replace(':lang', 'kk').split(/(?<=\/):\w+/);
    const paths = [...this.known].map((path) => path.split('?')[0]!);
    const values = paths
      .filter((path) => path.startsWith(head) && path.length > head.length)
      .map((path) => path.slice(head.length).split('/')[0]!);
    return [...new Set(values)]
      .slice(0, MOST_GUESSES)
      .map((value) => `${head}${value}${rest.join('1')}`);
  }

  /** Sends a form with its own values, and with a text of ours wherever one may write. */
  async send({ walker, action, isUpload, fields }: FoundForm, text: string): Promise<Answer> {
    const form = isUpload ? new FormData() : new URLSearchParams();
    for (const { name, value, isFree } of fields) form.append(name, isFree ? text : value);
    return this.open(walker, action, form);
  }

  routeOf(path: string): string | null {
    return this.matcherOf(path)?.path ?? null;
  }

  private matcherOf(path: string): Matcher | undefined {
    const bare = path.split('?')[0]!;
    return this.matchers.find(({ pattern }) => pattern.test(bare));
  }

  /** Refused pages look alike: nobody is sent to what is not for her. */
  isFor({ roles }: Walker, path: string, everything = false): boolean {
    const access = this.matcherOf(path)?.access ?? 'public';
    if (access === 'public') return everything;
    return access === 'signed-in' || access.roles.some((role) => roles.includes(role));
  }

  private kindOf(path: string): string {
    const query = [...new URLSearchParams(path.split('?')[1] ?? '').keys()].toSorted();
    return [this.routeOf(path) ?? path, ...query].join(' ');
  }

  private pathsIn(answer: Answer): readonly string[] {
    const next = answer.headers.get('location');
    if (next) return this.ownPaths([next], answer.path);
    if (answer.type !== 'text/html') return [];
    const html = answer.body.toString('utf8');
    this.keepForms(answer, html);
    const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link!);
    return this.ownPaths(links.map(decoded), answer.path);
  }

  private ownPaths(links: readonly string[], page: string): string[] {
    return links
      .filter((link) => URL.canParse(link, this.origin + page))
      .map((link) => new URL(link, this.origin + page))
      .filter(({ origin, pathname }) => origin === this.origin && !pathname.startsWith('/assets/'))
      .map((url) => (url.pathname + url.search).replace(/^\/(ru|en)(?=[/?]|$)/, '/kk'))
      .map((path) => this.keptQuery(path));
  }

  private keptQuery(path: string): string {
    const [bare, query] = path.split('?') as [string, string | undefined];
    if (query) this.keepNames(bare, [...new URLSearchParams(query).keys()]);
    return path;
  }

  private keepNames(path: string, names: readonly string[]): void {
    const route = this.routeOf(path) ?? path;
    const kept = this.queries.get(route) ?? new Set();
    for (const name of names) kept.add(name);
    this.queries.set(route, kept);
  }

  private keepForms({ walker, path }: Answer, html: string): void {
    for (const [, head = '', inside = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
      const action = decoded(/\saction="([^"]*)"/.exec(head)?.[1] ?? path);
      const target = new URL(action, this.origin + path);
      const fields = fieldsIn(inside);
      if (!/method="post"/i.test(head)) {
        this.keepNames(
          target.pathname,
          fields.map(({ name }) => name),
        );
        continue;
      }
      const names = fields.map(({ name }) => name).join();
      const key = `${this.routeOf(path) ?? path} ${names}`;
      const isUpload = head.includes('multipart/form-data');
      const form = {
        walker,
        page: path,
        action: target.pathname + target.search,
        isUpload,
        fields,
      };
      if (!this.forms.has(key)) this.forms.set(key, form);
    }
  }
}

interface Matcher {
  readonly path: string;
  readonly access: AccessRule;
  readonly pattern: RegExp;
}

const TYPED = new Set(['text', 'search', 'email', 'tel', 'url', 'textarea']);
const CONTROL = /<(input|textarea|select|button)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g;

function fieldsIn(html: string): FoundField[] {
  const fields = [...html.matchAll(CONTROL)].flatMap(([, tag = '', head = '', text = '']) => {
    const name = attributeOf(head, 'name');
    if (!name) return [];
    const type = tag === 'input' ? (attributeOf(head, 'type') ?? 'text') : tag;
    const value = tag === 'textarea' ? decoded(text) : (attributeOf(head, 'value') ?? '');
    return [{ name, value, isFree: TYPED.has(type) }];
  });
  // Of radios and buttons the first is pressed.
  return [...new Map(fields.toReversed().map((field) => [field.name, field])).values()];
}

function attributeOf(head: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1];
  return value === undefined ? undefined : decoded(value);
}

/** A text of an attribute as the browser reads it. */
export function decoded(text: string): string {
  return text
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Fixed parts come before parameters, as the router takes them. */
function rank(path: string): string {
  return path.replaceAll(/:\w+/g, '\uffff');
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : literal(part)));
  return new RegExp(`^${parts.join('/').replace('[^/]+', '(?:kk|ru|en|[^/]+)')}$`);
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
