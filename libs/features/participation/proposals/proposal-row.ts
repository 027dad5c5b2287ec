import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ProposalFileKind } from '#rules/participation/proposal-files.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import { openable } from '#platform/identity/openable.sql.js';
import { sealedNameOf, type NameReader } from '../../registry/residents/name.reader.js';
import type { Coordinates } from './proposal-fields.js';

/** A photo or a document as readers give it. */
export interface ProposalFileRow {
  readonly id: string;
  readonly kind: ProposalFileKind;
  readonly storedName: string;
  readonly shownName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly alternativeText: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** A proposal with all that belongs to it; what of it a person may see, the policy tells. */
export interface ProposalRow {
  readonly id: string;
  readonly roundId: string;
  readonly roundTitle: OfficialText;
  readonly roundTerritoryPath: readonly string[];
  readonly state: ProposalState;
  readonly number: string | null;
  readonly ballotNumber: number | null;
  readonly authorId: string;
  /** First name and initial; null where the author was erased. */
  readonly authorName: string | null;
  readonly language: string;
  readonly title: string;
  readonly titleKk: string | null;
  readonly titleRu: string | null;
  readonly category: string | null;
  readonly territory: string | null;
  readonly territoryName: OfficialText | null;
  readonly address: string;
  readonly coordinates: Coordinates | null;
  readonly problem: string;
  readonly idea: string;
  readonly beneficiaries: string;
  readonly costTiyn: Tiyn | null;
  readonly checkedCostTiyn: Tiyn | null;
  readonly exclusiveGroup: string | null;
  readonly contact: string;
  readonly coauthors: readonly string[];
  readonly files: readonly ProposalFileRow[];
  /** How many submitted versions there are. */
  readonly versions: number;
  readonly correctBy: CivilDate | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly version: number;
}

/** What {@link PROPOSAL_SELECT} gives. */
export type StoredProposal = Omit<
  ProposalRow,
  'costTiyn' | 'checkedCostTiyn' | 'coordinates' | 'authorName' | 'contact' | 'coauthors'
> & {
  /** Of these, what opens them. */
  readonly authorName: string | null;
  readonly contact: string | null;
  readonly coauthors: readonly string[];
  readonly costTiyn: string | null;
  readonly checkedCostTiyn: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** Selects proposals as {@link StoredProposal}; add `where p.…`. */
export const PROPOSAL_SELECT = `
  select p.id, p.round_id as "roundId",
    jsonb_strip_nulls(jsonb_build_object('kk', r.title_kk, 'ru', r.title_ru, 'en', r.title_en)) as "roundTitle",
    t.path as "roundTerritoryPath", p.state, p.number, p.ballot_number as "ballotNumber",
    p.author_id as "authorId", ${sealedNameOf('a')} as "authorName",
    p.language, p.title, p.title_kk as "titleKk", p.title_ru as "titleRu", p.category,
    p.pot_kato as territory,
    case when u.kato is not null then
      jsonb_strip_nulls(jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en)) end as "territoryName",
    p.address, p.latitude, p.longitude, p.problem, p.idea, p.beneficiaries,
    p.cost_tiyn as "costTiyn", p.checked_cost_tiyn as "checkedCostTiyn",
    p.exclusive_group as "exclusiveGroup", ${openable('p.author_id', 'p.sealed_contact')} as contact,
    array(select ${openable('p.author_id', 'c.sealed_name')} from proposal_coauthors c
      where c.proposal_id = p.id and c.sealed_name is not null order by c.id) as coauthors,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'storedName', f.stored_name,
        'shownName', f.shown_name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes,
        'alternativeText', f.alternative_text, 'width', f.width, 'height', f.height)
      order by f.added_at, f.id), '[]'::jsonb) from proposal_files f where f.proposal_id = p.id) as files,
    (select count(*)::int from proposal_versions v where v.proposal_id = p.id) as versions,
    p.correct_by::text as "correctBy", p.created_at as "createdAt", p.submitted_at as "submittedAt",
    (select w.at from proposal_withdrawals w where w.proposal_id = p.id) as "withdrawnAt", p.version
  from proposals p join rounds r on r.id = p.round_id join territories t on t.kato = r.territory_kato
    join residents a on a.id = p.author_id left join territories u on u.kato = p.pot_kato`;

/** The row that readers give. */
export function toProposalRow(stored: StoredProposal, names: NameReader): ProposalRow {
  const { latitude, longitude, costTiyn, checkedCostTiyn, coauthors, ...row } = stored;
  return {
    ...row,
    authorName: names.short(row.authorName),
    contact: names.text(row.contact, 'contact') ?? '',
    coauthors: coauthors.flatMap((name) => names.text(name, 'co-author') ?? []),
    costTiyn: tiynOrNull(costTiyn),
    checkedCostTiyn: tiynOrNull(checkedCostTiyn),
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

export function tiynOrNull(stored: string | null): Tiyn | null {
  return stored === null ? null : BigInt(stored);
}
