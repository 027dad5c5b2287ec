import type {
  CouncilAgendaRow,
  MemberRow,
  ProtocolHead,
} from '#features/participation/expert-review/council.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { stateTag } from '../review/evaluation.presenter.js';

export interface AgendaContent {
  readonly round: RoundRow;
  readonly agenda: readonly CouncilAgendaRow[];
  readonly members: readonly MemberRow[];
  readonly protocols: readonly ProtocolHead[];
  /** Number of the protocol being entered, carried from proposal to proposal. */
  readonly protocol: string;
}

/** The rounds whose Council a person serves. */
export function presentRounds(rounds: readonly RoundRow[], say: Wording) {
  return {
    title: say.t('review.council.title'),
    crumbs: [
      { text: say.t('review.inbox.title'), path: '/review' },
      { text: say.t('review.council.title') },
    ],
    rounds: rounds.map((round) => ({
      text: say.official(round.title).text,
      path: `/council/${round.id}`,
      phase: say.t(`phases.${round.phase}`),
    })),
  };
}

/** The sitting: proposals that wait, those decided and not carried out yet, members, protocols. */
export function presentAgenda(content: AgendaContent, say: Wording) {
  const { round, agenda, members, protocols, protocol } = content;
  const title = say.official(round.title).text;
  return {
    title: say.t('review.council.sitting'),
    crumbs: [{ text: say.t('review.council.title'), path: '/council' }, { text: title }],
    round: title,
    hasAgenda: agenda.length > 0,
    table: agendaTable(round.id, { agenda, protocol }, say),
    members: members.map(({ name, post }) => ({ key: name, value: say.official(post).text })),
    protocols: protocols.map(({ protocolNumber, at, decisions, admitted }) => ({
      text: say.t('review.council.protocolOf', { number: protocolNumber, day: say.date(at) }),
      path: protocolPath(round.id, protocolNumber),
      detail: say.t('review.council.decisionsOf', { count: decisions, admitted }),
    })),
  };
}

/** `/council/…/protocol?number=…` */
export function protocolPath(roundId: string, number: string): string {
  return `/council/${roundId}/protocol?${new URLSearchParams({ number })}`;
}

function agendaTable(
  roundId: string,
  { agenda, protocol }: Pick<AgendaContent, 'agenda' | 'protocol'>,
  say: Wording,
) {
  const query = protocol === '' ? '' : `?${new URLSearchParams({ protocol })}`;
  return {
    caption: say.t('review.council.agenda'),
    columns: ['proposal', 'state', 'cost', 'decision'].map((name) => ({
      text: say.t(`review.council.columns.${name}`),
    })),
    rows: agenda.map((row) => ({
      cells: [
        {
          text: row.title,
          path: `/council/${roundId}/proposals/${row.id}${query}`,
          detail: say.t('common.number', { number: row.number }),
        },
        { tag: stateTag(row.state, say) },
        costCell(row, say),
        decisionCell(row, say),
      ],
    })),
  };
}

function costCell({ checkedCostTiyn, costTiyn }: CouncilAgendaRow, say: Wording) {
  if (checkedCostTiyn !== null) return { text: say.moneyShort(checkedCostTiyn) };
  const detail = say.t('review.costs.authors');
  return costTiyn === null ? { text: '–' } : { text: say.moneyShort(costTiyn), detail };
}

/** What was decided leads on to the act that carries it out. */
function decisionCell({ id, admitted, protocolNumber }: CouncilAgendaRow, say: Wording) {
  if (admitted === null) return { text: say.t('review.council.waits') };
  const act = admitted ? 'admit' : 'refuse';
  const detail = say.t('review.council.protocolNumber', { number: protocolNumber ?? '' });
  return { text: say.t(`review.acts.${act}`), path: `/review/${id}/${act}`, detail };
}
