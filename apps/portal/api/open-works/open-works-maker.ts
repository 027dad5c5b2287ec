import { formatTenge, type Tiyn } from '#rules/kernel/money.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** Where data is published: addresses are absolute, identifiers bear the publisher's prefix. */
export interface Publication {
  /** `https://qatysu.example.kz` */
  readonly origin: string;
  /** Null while none is registered: identifiers are then unique within this portal alone. */
  readonly prefix: string | null;
  readonly licence: string;
}

/** A sum as the standard has it: a JSON number, of a text that was exact. */
export function valueOf(tiyn: Tiyn): { readonly amount: number; readonly currency: 'KZT' } {
  return { amount: Number(formatTenge(tiyn)), currency: 'KZT' };
}

/** A day as an instant: the standard knows no days. */
export function instantOf(day: CivilDate): string {
  return `${day}T00:00:00+05:00`;
}

/** `idOf({ prefix: 'oc4ids-abc123' }, '2027-0012') // → 'oc4ids-abc123-2027-0012'` */
export function projectIdOf({ prefix }: Publication, number: string): string {
  return prefix === null ? number : `${prefix}-${number}`;
}

/** Nothing in place of what is empty: the standard refuses empty texts, lists and objects. */
export function filled<Part extends object>(parts: Part): Partial<Part> {
  const kept = Object.entries(parts).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept) as Partial<Part>;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}
