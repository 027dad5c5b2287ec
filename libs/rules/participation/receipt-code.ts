/**
 * Without 0, O, 1, I, L, S and U: nothing that is mixed up in print or over the telephone. What is
 * left is a prime number of symbols, which the check symbol stands on.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRTVWXYZ';
const SIZE = ALPHABET.length;
const LENGTH = 12;
const BYTES_PER_SYMBOL = 2;
const GROUPS = [
  [0, 4],
  [4, 8],
  [8, 12],
  [12, 13],
] as const;

/** Random bytes that one receipt takes. */
export const RECEIPT_RANDOM_BYTES = LENGTH * BYTES_PER_SYMBOL;

/** Cyrillic letters that look like letters of the alphabet and are typed instead of them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/**
 * A receipt code from random bytes: twelve symbols in groups of four and a check symbol.
 *
 * Twelve symbols carry 58 bits: a million receipts hardly ever collide, and nobody guesses one.
 *
 * @param random exactly {@link RECEIPT_RANDOM_BYTES} bytes from a secure source, else RangeError
 * @example formatReceipt(new Uint8Array(24)) // → '2222-2222-2222-2'
 */
export function formatReceipt(random: Uint8Array): string {
  if (random.length !== RECEIPT_RANDOM_BYTES) {
    throw new RangeError(`A receipt takes ${RECEIPT_RANDOM_BYTES} random bytes`);
  }
  let body = '';
  for (let place = 0; place < LENGTH; place += 1) body += symbolFrom(random, place);
  return grouped(body + checkSymbolOf(body));
}

/**
 * The code as it was issued, from what somebody typed: case, spaces, dashes and Cyrillic look-alikes
 * are forgiven; null when it is no code. A wrong symbol and two swapped ones are always noticed.
 *
 * @example parseReceipt('2222 2222 2222 2') // → '2222-2222-2222-2'
 */
export function parseReceipt(text: string): string | null {
  const symbols = symbolsTyped(text);
  if (symbols.length !== LENGTH + 1 || [...symbols].some((s) => !ALPHABET.includes(s))) return null;
  const body = symbols.slice(0, LENGTH);
  return checkSymbolOf(body) === symbols.charAt(LENGTH) ? grouped(symbols) : null;
}

/**
 * The Latin symbols behind what somebody typed: capitals, without blanks and dashes.
 *
 * @example symbolsTyped('а b-с') // → 'ABC'
 */
export function symbolsTyped(text: string): string {
  return [...text.toUpperCase()]
    .map((symbol) => LOOK_ALIKES[symbol] ?? symbol)
    .join('')
    .replace(/[\s-]/g, '');
}

/** Two bytes for one symbol keep the bias of the remainder below one part in two thousand. */
function symbolFrom(random: Uint8Array, place: number): string {
  const high = random[place * BYTES_PER_SYMBOL]!;
  const low = random[place * BYTES_PER_SYMBOL + 1]!;
  return ALPHABET.charAt((high * 256 + low) % SIZE);
}

/**
 * Weights 13, 12, … 2 and 1 for the check symbol, adding up to a multiple of the alphabet's size, as
 * in ISBN-10. The weights differ and the size is prime, so every wrong symbol and every swap of two,
 * neighbours or not, changes the sum.
 */
function checkSymbolOf(body: string): string {
  let sum = 0;
  for (let place = 0; place < LENGTH; place += 1) {
    sum += (LENGTH + 1 - place) * ALPHABET.indexOf(body.charAt(place));
  }
  return ALPHABET.charAt((SIZE - (sum % SIZE)) % SIZE);
}

function grouped(symbols: string): string {
  return GROUPS.map(([from, to]) => symbols.slice(from, to)).join('-');
}
