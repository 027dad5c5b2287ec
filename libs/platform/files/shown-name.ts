const LONGEST = 120;
const UNNAMED = 'file';

// Controls, marks that turn the direction of writing, and what file systems and headers read.
const HARMFUL = /[\p{C}\p{Zl}\p{Zp}"*:<>?|\\/;%]+/gu;

/**
 * A file's name as it may be shown and offered for saving: no folders, no hidden signs, our own
 * extension.
 *
 * @example shownNameOf('../../etc/смета\u202efdp.exe', 'pdf') // → 'сметаfdp.pdf'
 */
export function shownNameOf(givenName: string, extension: string): string {
  const last = givenName.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  const stem = (dot > 0 ? last.slice(0, dot) : last).replace(HARMFUL, '').replace(/^[.\s]+/, '');
  const short = [...stem.replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('').trim();
  return `${short === '' ? UNNAMED : short}.${extension}`;
}
