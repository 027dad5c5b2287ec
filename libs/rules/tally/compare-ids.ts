/**
 * Text order of ids, by code point: the same on every machine and in every locale.
 *
 * @example ['10', '9', 'ż1'].sort(compareIds) // → ['10', '9', 'ż1']
 */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  for (let index = 0; ; index++) {
    const left = a.codePointAt(index);
    const right = b.codePointAt(index);
    if (left !== right) return (left ?? -1) < (right ?? -1) ? -1 : 1;
  }
}
