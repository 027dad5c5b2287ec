export type Env = Readonly<Record<string, string | undefined>>;

interface NumberRange {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
}

/** A whole number within a range: `readNumber(env, 'PORT', { fallback: 3000, least: 0, most: 65535 }, faults)` */
export function readNumber(env: Env, name: string, range: NumberRange, faults: string[]): number {
  const text = env[name];
  if (!text) return range.fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= range.least && value <= range.most) return value;
  faults.push(`${name}: a whole number from ${range.least} to ${range.most} is expected`);
  return range.fallback;
}

/** 1 or 0, `true` or `false`. */
export function readFlag(env: Env, name: string, fallback: boolean, faults: string[]): boolean {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  faults.push(`${name}: 1 or 0 is expected`);
  return fallback;
}

/** An address of one of these protocols; null where none is named. */
export function readUrl(
  env: Env,
  name: string,
  protocols: readonly string[],
  faults: string[],
): string | null {
  const text = env[name];
  if (!text) return null;
  if (isAddress(text, protocols)) return text;
  faults.push(`${name}: an address with ${protocols.join(' or ')} is expected`);
  return null;
}

/** `isAddress('smtp://mail', ['smtp:', 'smtps:']) // → true` */
export function isAddress(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
