/**
 * Can a browser open it? Only what it looks like: nobody asks whether it is there.
 *
 * @example isLink('www.example.kz') // → false
 */
export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
