import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { foldText } from '#rules/kernel/fold-text.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type OwnColumns, rowOf } from './petition-own-row.js';
import type { ListedPetitionRow, PetitionRow } from './petition-row.js';
import { canSee } from './petition.policy.js';
import { LISTED_COLUMNS, LISTED_TABLES, OWN_COLUMNS, OWN_TABLES } from './petition.sql.js';

/** Which petitions are asked for; what is left out does not narrow the list. */
export interface PetitionsQuestion {
  readonly states: readonly PetitionState[];
  /** A unit: petitions to its bodies and to those below it. */
  readonly territory?: string | undefined;
  readonly body?: string | undefined;
  readonly deputy?: string | undefined;
  readonly q?: string | undefined;
  readonly sequence: 'newest' | 'waiting-longest' | 'closest';
  readonly limit: number;
  /** Id of the last petition of the part before. */
  readonly after?: string | undefined;
}

/** Questions about petitions. */
@Injectable()
export class PetitionReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DatabaseClock,
  ) {}

  /** By id or number, whoever asks; null when there is none. */
  async find(idOrNumber: string): Promise<PetitionRow | null> {
    const key = isUuid(idOrNumber) ? 'id' : 'number';
    const rows: OwnColumns[] = await this.dataSource.query(
      `select ${LISTED_COLUMNS}, ${OWN_COLUMNS} from ${OWN_TABLES} where p.${key} = $1`,
      [idOrNumber],
    );
    if (!rows[0]) return null;
    return rowOf(rows[0], rows[0].threshold ? null : (await this.clock.now()).today);
  }

  /** @throws DomainError not-found `petition.not_found`, also for what the person may not see */
  async getFor(person: SignedIn | undefined, idOrNumber: string): Promise<PetitionRow> {
    const found = await this.find(idOrNumber);
    if (!found || !canSee(person, found)) throw new DomainError('not-found', 'petition.not_found');
    return found;
  }

  /** One petition more than asked for tells whether there is a next part. */
  async list(question: PetitionsQuestion): Promise<ListedPetitionRow[]> {
    const { states, territory, body, deputy, q, sequence, limit, after } = question;
    return this.dataSource.query(LIST[sequence], [
      states,
      territory ?? null,
      body ?? null,
      deputy ?? null,
      q ? foldText(q) : null,
      limit + 1,
      after ?? null,
    ]);
  }

  /** A deputy's own petitions, drafts included, the latest first. */
  async listOwn(deputyId: string): Promise<ListedPetitionRow[]> {
    return this.dataSource.query(
      `select ${LISTED_COLUMNS} from ${LISTED_TABLES}
       where p.deputy_id = $1 order by p.created_at desc, p.id desc`,
      [deputyId],
    );
  }

  /** What waits for the check in a unit and below it, the earliest deadline first. */
  async listUnderCheck(territories: readonly string[]): Promise<ListedPetitionRow[]> {
    return this.dataSource.query(
      `select ${LISTED_COLUMNS} from ${LISTED_TABLES}
       where p.state = 'under-check' and t.path && $1 order by p.check_by, p.id`,
      [territories],
    );
  }

  /** Published petitions whose texts are nearly these words, the nearest first. */
  async listSimilar(text: string, limit: number): Promise<ListedPetitionRow[]> {
    const sought = foldText(text);
    if (sought === '') return [];
    return this.dataSource.query(
      `select ${LISTED_COLUMNS} from ${LISTED_TABLES}
       where p.state not in ('draft', 'under-check', 'withdrawn')
         and word_similarity($1, p.search_text) > 0.3
       order by word_similarity($1, p.search_text) desc, p.id limit $2`,
      [sought, limit],
    );
  }

  /** Open petitions whose window is over and that did not reach their threshold. */
  async listEnded(limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select p.id from petitions p join petition_tallies c on c.petition_id = p.id
       where p.state = 'open' and p.closes_at <= clock_timestamp() and c.reached_at is null
       order by p.closes_at, p.id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}

const RANKS: Readonly<Record<PetitionsQuestion['sequence'], string>> = {
  newest: `-extract(epoch from coalesce(p.opened_at, p.submitted_at, p.created_at))`,
  'waiting-longest': `extract(epoch from coalesce(p.reached_at, c.reached_at, p.opened_at, p.created_at))`,
  closest: `-coalesce(c.valid, 0)::numeric / greatest(p.required, 1)`,
};

function listBy(rank: string): string {
  return `
    with listed as (
      select ${LISTED_COLUMNS}, ${rank} as rank from ${LISTED_TABLES}
      where p.state = any($1) and ($2::text is null or $2 = any(t.path))
        and ($3::text is null or p.body = $3) and ($4::text is null or p.deputy_id::text = $4)
        and ($5::text is null or p.search_text like '%' || $5 || '%'
             or word_similarity($5, p.search_text) > 0.45))
    select * from listed
    where $7::text is null
       or (rank, id) > (select last.rank, last.id from listed last where last.id::text = $7)
    order by rank, id limit $6`;
}

const LIST: Readonly<Record<PetitionsQuestion['sequence'], string>> = {
  newest: listBy(RANKS.newest),
  'waiting-longest': listBy(RANKS['waiting-longest']),
  closest: listBy(RANKS.closest),
};
