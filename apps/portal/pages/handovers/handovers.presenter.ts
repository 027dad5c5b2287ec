import type { HandedOverRow, HandoverRow } from '#features/budget/handovers/handover-row.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import { waitingLine } from './handover-desk.presenter.js';
import { mattersTable } from './matters-table.js';

/** «Стол передан 22 ноября 2026 г.»: offices and their holders, nothing else. */
export function presentHandovers(
  rows: readonly HandedOverRow[],
  waiting: readonly HandoverRow[],
  say: Wording,
) {
  return {
    title: say.t('handovers.title'),
    waiting: waiting.map((handover) => waitingLine(handover, say)),
    lines: rows.map(({ post, territoryName, outgoing, incoming, handedOn, matters }) => ({
      post: `${say.official(post).text}, ${say.official(territoryName).text}`,
      text: say.t('handovers.line', { on: say.date(handedOn), outgoing, incoming }),
      matters: say.t('handovers.withMatters', { count: matters }),
    })),
  };
}

export interface ShownHandover {
  readonly handover: HandoverRow;
  readonly personId: string;
  readonly isAppointer: boolean;
  readonly faults: FormFaults | undefined;
}

/** The act as it is read, signed and printed. */
export function presentHandover(shown: ShownHandover, say: Wording) {
  const { handover, personId, isAppointer, faults } = shown;
  const { id, state, open, added, digest, signatures } = handover;
  const side = sideOf(handover, personId);
  const hasSigned = signatures.some((signature) => signature.side === side);
  return {
    title: say.t('handovers.act.title'),
    caption: `${say.official(handover.post).text}, ${say.official(handover.territoryName).text}`,
    tag: { text: say.t(`handovers.states.${state}`), colour: COLOURS[state] },
    faults,
    rows: factsOf(handover, say),
    open: open.length > 0 ? mattersTable(open, say.t('handovers.open'), say) : undefined,
    added: added?.length ? mattersTable(added, say.t('handovers.added'), say) : undefined,
    digest,
    sign:
      state === 'drawn' && side !== null && !hasSigned ? `/handovers/${id}/signature` : undefined,
    signAs: side === null ? '' : say.t(`handovers.act.sign.${side}`),
    cancel: state === 'drawn' && isAppointer ? `/handovers/${id}/cancellation` : undefined,
  };
}

const COLOURS = { drawn: 'yellow', 'handed-over': 'green', cancelled: 'grey' } as const;

function sideOf({ outgoingId, incomingId }: HandoverRow, personId: string) {
  if (personId === outgoingId) return 'outgoing';
  return personId === incomingId ? 'incoming' : null;
}

function factsOf(handover: HandoverRow, say: Wording) {
  const { outgoing, incoming, ground, drawnPost, drawnAt, handedOn } = handover;
  const drawn = `${say.official(drawnPost).text}, ${say.dateTime(drawnAt)}`;
  const rows = [
    ['outgoing', `${outgoing}. ${signedText(handover, 'outgoing', say)}`],
    ['incoming', `${incoming}. ${signedText(handover, 'incoming', say)}`],
    ['ground', ground],
    ['drawn', drawn],
    ...(handedOn === null ? [] : [['handedOn', say.date(handedOn)]]),
  ];
  return rows.map(([key, value]) => ({ key: say.t(`handovers.act.${key}`), value }));
}

function signedText({ signatures }: HandoverRow, side: string, say: Wording): string {
  const signature = signatures.find((one) => one.side === side);
  if (!signature) return say.t('handovers.act.unsigned');
  return say.t('handovers.act.signed', { at: say.dateTime(new Date(signature.at)) });
}
