import type { ProtocolRow } from '#features/participation/expert-review/council.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { groundTexts } from '../review/refusal.presenter.js';

export interface ProtocolContent {
  readonly round: RoundRow;
  readonly protocolNumber: string;
  readonly rows: readonly ProtocolRow[];
}

/** The printable protocol: each decision with its votes by name, the refused ones with law points. */
export function presentProtocol({ round, protocolNumber, rows }: ProtocolContent, say: Wording) {
  const first = rows[0];
  return {
    title: say.t('review.council.protocolNumber', { number: protocolNumber }),
    back: `/council/${round.id}`,
    round: say.official(round.title).text,
    place: say.official(round.territoryName).text,
    day: first ? say.date(first.at) : '',
    isEmpty: rows.length === 0,
    admitted: rows.filter((row) => row.admitted).map((row) => decision(row, say)),
    refused: rows.filter((row) => !row.admitted).map((row) => decision(row, say)),
  };
}

function decision(row: ProtocolRow, say: Wording) {
  const { checkedCostTiyn } = row;
  return {
    label: say.t('common.number', { number: row.number }),
    title: row.title,
    language: row.language,
    cost: checkedCostTiyn === null ? null : say.money(checkedCostTiyn),
    quorum: say.t('review.council.quorumOf', {
      present: row.votes.filter(({ vote }) => vote !== 'conflict').length,
      required: row.required,
      members: row.members,
    }),
    votes: row.votes.map(({ name, vote }) => ({
      key: name,
      value: say.t(`review.council.sides.${vote}`),
    })),
    grounds: groundTexts(row.grounds, say),
    reasons: row.reasons,
  };
}
