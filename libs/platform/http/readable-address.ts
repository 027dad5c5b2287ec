/**
 * An address whose escapes are no text is taken literally: the HTTP server would answer it before
 * any of our headers and problems apply.
 *
 * @example readableAddress('/rounds/%ED%A0%80') // → '/rounds/%25ED%25A0%2580'
 */
export function readableAddress(url: string): string {
  if (!url.includes('%')) return url;
  try {
    decodeURI(url);
    return url;
  } catch {
    return url.replaceAll('%', '%25');
  }
}
