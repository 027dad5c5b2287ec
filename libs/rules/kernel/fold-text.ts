/** Letters as people write them without a Kazakh keyboard, or in haste; й and ё lose their marks beforehand. */
const KAZAKH_LETTERS: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ъ: '',
  ь: '',
  щ: 'ш',
  ы: 'и',
  э: 'е',
  я: 'а',
  ю: 'у',
};

/** Latin spellings, longer ones first; the Kazakh Latin letters lose their marks beforehand. */
const LATIN: readonly (readonly [string, string])[] = [
  ['shch', 'ш'],
  ['sch', 'ш'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['ya', 'а'],
  ['yu', 'у'],
  ['yo', 'е'],
  ['ng', 'н'],
  ...[...'abvgdezijklmnoprstufhcqwxy'].map(
    (letter, place) => [letter, [...'абвгдезижклмнопрстуфхкквхи'][place]!] as const,
  ),
];

const LATIN_BY_LENGTH = new RegExp(LATIN.map(([latin]) => latin).join('|'), 'g');
const CYRILLIC_BY_LATIN: ReadonlyMap<string, string> = new Map(LATIN);

/**
 * A text as it is looked for: Kazakh letters as a Russian keyboard writes them, Latin spellings in
 * Cyrillic, marks and case gone, spaces single. Both sides of a search are folded, so that what is
 * lost does no harm.
 *
 * @example foldText('Көктөбе  ауылдық округі') // → 'коктобе ауилдик округи'
 * @example foldText('Köktöbe') === foldText('Коктобе') // → true
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[а-яәғқңөұүһі]/g, (letter) => KAZAKH_LETTERS[letter] ?? letter)
    .replace(/ı/g, 'i')
    .replace(LATIN_BY_LENGTH, (letters) => CYRILLIC_BY_LATIN.get(letters)!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
