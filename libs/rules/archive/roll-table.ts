import type { OfficialText } from '../kernel/official-text.js';
import { csvRow } from './csv-row.js';

/** Columns of `roll.csv`: who might vote and who did, by place. */
export const ROLL_COLUMNS = ['territory', 'name_kk', 'name_ru', 'people', 'ballots'] as const;

/** One place; places too small to be shown alone are one row without a code. */
export interface RollRow {
  /** KATO code, empty for the places that are shown together. */
  readonly territory: string;
  readonly name: OfficialText;
  /** Entitled to vote. */
  readonly people: number;
  readonly ballots: number;
}

/** What is read back of a row. */
export type RollFigures = Pick<RollRow, 'territory' | 'people' | 'ballots'>;

const ROW = /^([0-9]*),.*,(\d{1,9}),(\d{1,9})$/;

export function rollRow({ territory, name, people, ballots }: RollRow): string {
  return csvRow([territory, name.kk, name.ru, String(people), String(ballots)]);
}

/** Reads such a row without its end; null for anything else. */
export function parseRollRow(line: string): RollFigures | null {
  const [, territory, people, ballots] = ROW.exec(line) ?? [];
  if (territory === undefined) return null;
  return { territory, people: Number(people), ballots: Number(ballots) };
}
