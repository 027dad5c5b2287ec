import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { type SheetReading, standingOfSheet } from '#rules/petitions/paper-sheet.js';
import type { LineOutcome } from './line-outcome-row.js';

/** A sheet with where it stands. */
export interface PaperSheetRow {
  readonly id: string;
  readonly number: number;
  readonly lines: number;
  readonly petition: string;
  readonly petitionNumber: string;
  readonly petitionTitle: OfficialText;
  /** How many people have read it. */
  readonly readings: number;
  readonly settledAt: Date | null;
  /** How many lines came to each outcome, once it is settled. */
  readonly outcomes: Readonly<Partial<Record<LineOutcome, number>>>;
}

/** A sheet about to be read by somebody. */
export interface SheetInHand extends PaperSheetRow {
  readonly deputyId: string | null;
  readonly territoryPath: readonly string[];
  readonly clerkIds: readonly string[];
  /** Lines that the first two read differently; empty before. */
  readonly differing: readonly number[];
}

type StoredSheet = Omit<SheetInHand, 'differing'> & { readonly read: readonly SheetReading[] };

/** Questions about sheets of paper. */
@Injectable()
export class PaperSheetReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `sheet.not_found` */
  async get(id: string): Promise<SheetInHand> {
    const rows: StoredSheet[] = isUuid(id)
      ? await this.dataSource.query(`${SHEET} where s.id = $1`, [id])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'sheet.not_found');
    const { read, ...sheet } = rows[0];
    const standing = standingOfSheet(read);
    return { ...sheet, differing: standing.kind === 'to-read' ? standing.differing : [] };
  }

  /** All sheets of a petition, in the sequence of their numbers. */
  async listOf(petitionId: string): Promise<PaperSheetRow[]> {
    return this.dataSource.query(`${SHEET} where s.petition_id = $1 order by s.number`, [
      petitionId,
    ]);
  }

  /** Sheets of these units' petitions that a clerk may read: open, and not read by the same person. */
  async listToRead(clerkId: string, territories: readonly string[]): Promise<PaperSheetRow[]> {
    return this.dataSource.query(
      `${SHEET} where s.settled_at is null and t.path && $2::text[]
         and p.state in ('open', 'awaiting-answer') and clock_timestamp() < p.closes_at
         and not exists (select from paper_entries e where e.sheet_id = s.id and e.clerk_id = $1)
       order by p.number, s.number`,
      [clerkId, territories],
    );
  }
}

const SHEET = `
  select s.id, s.number, s.lines, s.petition_id as petition, p.number as "petitionNumber",
         jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as "petitionTitle",
         (select count(*) from paper_entries e where e.sheet_id = s.id)::int as readings,
         s.settled_at as "settledAt",
         coalesce((select jsonb_object_agg(o.outcome, o.count) from (
           select l.outcome, count(*)::int as count from paper_lines l
           where l.sheet_id = s.id group by l.outcome) o), '{}') as outcomes,
         p.deputy_id as "deputyId", t.path as "territoryPath",
         coalesce((select jsonb_agg(e.clerk_id order by e.pass) from paper_entries e
                   where e.sheet_id = s.id), '[]') as "clerkIds",
         coalesce((select jsonb_agg(e.lines order by e.pass) from paper_entries e
                   where e.sheet_id = s.id), '[]') as read
  from paper_sheets s join petitions p on p.id = s.petition_id
       join territories t on t.kato = p.territory_kato`;
