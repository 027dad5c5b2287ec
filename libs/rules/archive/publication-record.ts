import type { ArchivedResult } from './archived-result.js';
import { isListOf, isRecord, isText } from './json-shape.js';

/** What an archive's record of the publication is compared with. */
export interface PublicationRecord {
  /** Id of the count that was published. */
  readonly count: string;
  /** `number ground` of every winner that the Expert Council struck out. */
  readonly strikes: readonly string[];
}

/** Reads what a check needs of `publication.json`; null where it does not stand there. */
export function parsePublicationRecord(value: unknown): PublicationRecord | null {
  if (!isRecord(value)) return null;
  const { count, strikes } = value;
  if (!isText(count) || !isListOf(strikes, isStrike)) return null;
  return { count, strikes: strikes.map(([number, ground]) => `${number} ${ground}`) };
}

/** The same of a published result: `struckOut(result) // → ['7 duplicate']` */
export function struckOut({ struck, pots }: ArchivedResult): readonly string[] {
  return struck.map(({ pot, id, ground }) => {
    const projects = pots.find(({ territory }) => territory === pot)?.projects;
    return `${projects?.find((project) => project.id === id)?.number ?? '?'} ${ground}`;
  });
}

function isStrike(value: unknown): value is readonly [number, string] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
}
