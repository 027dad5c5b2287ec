import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { foldText } from '#rules/kernel/fold-text.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import { seededOrder } from '#rules/participation/seeded-shuffle.js';
import type { Coordinates } from './proposal-fields.js';
import { tiynOrNull } from './proposal-row.js';

/** In which sequence projects are listed; never by votes before the close. */
export const PROJECT_SEQUENCES = ['random', 'number', 'cost', 'title'] as const;

export type ProjectSequence = (typeof PROJECT_SEQUENCES)[number];

/** Which projects of a round. */
export interface ProjectsFilter {
  readonly category?: string | undefined;
  readonly territory?: string | undefined;
  readonly maxCostTiyn?: Tiyn | undefined;
  /** Looked for in title, place, idea and problem, in any alphabet. */
  readonly q?: string | undefined;
}

/** Which projects of a round, and in which sequence. */
export interface ProjectsQuestion extends ProjectsFilter {
  readonly sequence: ProjectSequence;
  /** Decides the random sequence; anybody can repeat it. */
  readonly seed: number;
}

/** Projects by their numbers, and what their random sequences are drawn from. */
export interface FoundProjects {
  readonly projects: readonly ProjectRow[];
  /** All numbers ever drawn: a withdrawal must not shuffle the others anew. */
  readonly numbers: readonly number[];
}

/** A project of the ballot, in a list. */
export interface ProjectRow {
  readonly id: string;
  readonly number: string;
  readonly ballotNumber: number;
  readonly state: ProposalState;
  readonly language: string;
  readonly title: string;
  readonly titleKk: string | null;
  readonly titleRu: string | null;
  readonly category: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly address: string;
  readonly coordinates: Coordinates | null;
  /** What the vote goes by. */
  readonly costTiyn: Tiyn;
  readonly exclusiveGroup: string | null;
  readonly photo: { readonly storedName: string; readonly alternativeText: string } | null;
}

type StoredProject = Omit<ProjectRow, 'costTiyn' | 'coordinates'> & {
  readonly costTiyn: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** Projects: proposals admitted to the vote. No answer carries a count of votes. */
@Injectable()
export class ProjectReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every project of a round that answers the question, in its sequence. */
  async list(roundId: string, question: ProjectsQuestion): Promise<readonly ProjectRow[]> {
    const projects = await this.select(roundId, question);
    const numbers = question.sequence === 'random' ? await this.numbersOf(roundId) : [];
    return inSequence({ projects, numbers }, question);
  }

  /** The same for every sequence: `inSequence` of it is what {@link list} gives. */
  async find(roundId: string, filter: ProjectsFilter): Promise<FoundProjects> {
    const projects = await this.select(roundId, filter);
    return { projects, numbers: await this.numbersOf(roundId) };
  }

  private async select(
    roundId: string,
    { category, territory, maxCostTiyn, q }: ProjectsFilter,
  ): Promise<ProjectRow[]> {
    const rows: StoredProject[] = await this.dataSource.query(LIST, [
      roundId,
      category ?? null,
      territory ?? null,
      maxCostTiyn === undefined ? null : String(maxCostTiyn),
      foldText(q ?? ''),
    ]);
    return rows.map(toProjectRow);
  }

  private async numbersOf(roundId: string): Promise<number[]> {
    const rows: { number: number }[] = await this.dataSource.query(
      `select ballot_number as number from proposals where round_id = $1 and ballot_number is not null`,
      [roundId],
    );
    return rows.map(({ number }) => number);
  }
}

// A slip of the finger is forgiven where the title and the address stand, at the beginning.
const WHERE_TITLES_ARE = 400;

const LIST = `
  select p.id, p.number, p.ballot_number as "ballotNumber", p.state, p.language, p.title,
    p.title_kk as "titleKk", p.title_ru as "titleRu", p.category, p.pot_kato as territory,
    jsonb_strip_nulls(jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en)) as "territoryName",
    p.address, p.latitude, p.longitude, coalesce(p.checked_cost_tiyn, p.cost_tiyn) as "costTiyn",
    p.exclusive_group as "exclusiveGroup",
    (select jsonb_build_object('storedName', f.stored_name, 'alternativeText', f.alternative_text)
     from proposal_files f where f.proposal_id = p.id and f.kind = 'photo'
     order by f.added_at, f.id limit 1) as photo
  from proposals p join territories u on u.kato = p.pot_kato
  where p.round_id = $1 and p.state in ('admitted', 'winner', 'not-selected')
    and p.ballot_number is not null
    and ($2::text is null or p.category = $2) and ($3::text is null or p.pot_kato = $3)
    and ($4::bigint is null or coalesce(p.checked_cost_tiyn, p.cost_tiyn) <= $4)
    and ($5 = '' or word_similarity($5, left(p.search_text, ${WHERE_TITLES_ARE})) >= 0.5
      or p.search_text like all (select '%' || word || '%' from unnest(string_to_array($5, ' ')) word))
  order by p.ballot_number`;

function toProjectRow({ latitude, longitude, ...row }: StoredProject): ProjectRow {
  return {
    ...row,
    costTiyn: tiynOrNull(row.costTiyn) ?? 0n,
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

const BY_TITLE = new Intl.Collator('kk');

const COMPARE: Record<
  Exclude<ProjectSequence, 'random'>,
  (left: ProjectRow, right: ProjectRow) => number
> = {
  number: (left, right) => left.ballotNumber - right.ballotNumber,
  cost: (left, right) => Number(left.costTiyn - right.costTiyn),
  title: (left, right) => BY_TITLE.compare(left.title, right.title),
};

/** `inSequence(found, { sequence: 'random', seed: 7 })`: seed 7 leads to one sequence, for ever. */
export function inSequence(
  { projects, numbers }: FoundProjects,
  { sequence, seed }: Pick<ProjectsQuestion, 'sequence' | 'seed'>,
): readonly ProjectRow[] {
  return sequence === 'random' ? shuffled(projects, numbers, seed) : sorted(projects, sequence);
}

function sorted(
  projects: readonly ProjectRow[],
  sequence: Exclude<ProjectSequence, 'random'>,
): ProjectRow[] {
  const compare = COMPARE[sequence];
  return projects.toSorted(
    (left, right) => compare(left, right) || left.ballotNumber - right.ballotNumber,
  );
}

function shuffled(
  projects: readonly ProjectRow[],
  numbers: readonly number[],
  seed: number,
): ProjectRow[] {
  const place = new Map(seededOrder(numbers, seed).map((number, index) => [number, index]));
  return projects.toSorted(
    (left, right) => place.get(left.ballotNumber)! - place.get(right.ballotNumber)!,
  );
}
