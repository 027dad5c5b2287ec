import { isLang, type Lang } from '#platform/views/lang.js';

/** The language of an address and what follows it, `{ lang: 'kk', path: '/rounds/1?x=2' }`. */
export interface PageAddress {
  readonly lang: Lang;
  readonly path: string;
}

/** Reads `/kk/rounds/1` as a page's address; null for anything else. */
export function pageAddressOf(url: string): PageAddress | null {
  const match = /^\/([a-z]{2})(?=[/?]|$)(.*)$/.exec(url);
  if (!match || !isLang(match[1])) return null;
  const rest = match[2] ?? '';
  return { lang: match[1], path: rest.startsWith('/') ? rest : `/${rest}` };
}

/**
 * A path of our own to return to after signing in; anything else becomes the front page.
 *
 * @example ownPath('//evil.example') // → '/'
 */
export function ownPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return '/';
  return text.includes('\\') ? '/' : text;
}

/** The language that a browser asks for; Kazakh where it asks for none of ours. */
export function preferredLang(acceptLanguage: string | undefined): Lang {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((lang) => isLang(lang)) ?? 'kk';
}
