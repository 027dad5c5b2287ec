import type { DeskRow, HandoverRow, OpenMatter } from '#features/budget/handovers/handover-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { mattersTable } from './matters-table.js';

/** Desks that the person may hand over, and acts that wait for signatures. */
export function presentDesks(
  desks: readonly DeskRow[],
  waiting: readonly HandoverRow[],
  say: Wording,
) {
  return {
    title: say.t('handovers.desk.title'),
    waiting: waiting.map((handover) => waitingLine(handover, say)),
    table:
      desks.length === 0
        ? undefined
        : {
            caption: say.t('handovers.desk.caption'),
            columns: ['post', 'place', 'since'].map((name) => ({
              text: say.t(`handovers.columns.${name}`),
            })),
            rows: desks.map((desk) => ({ cells: deskCells(desk, say) })),
          },
  };
}

/** The form of an act, with everything open on the desk today. */
export function presentDrawing(
  { desk, open }: { readonly desk: DeskRow; readonly open: readonly OpenMatter[] },
  { fields, faults }: SentForm,
  say: Wording,
) {
  const place = say.official(desk.territoryName).text;
  return {
    title: say.t('handovers.draw.title'),
    caption: `${say.official(desk.post).text}, ${place}`,
    outgoing: say.t('handovers.draw.outgoing', { name: desk.name }),
    action: `/handover-desk/${desk.holdingId}`,
    faults,
    iin: fields?.text('iin') ?? '',
    ground: fields?.text('ground') ?? '',
    open: open.length > 0 ? mattersTable(open, say.t('handovers.open'), say) : undefined,
  };
}

/** «Аким района: Қожахметов Е. → …» with the act's address. */
export function waitingLine({ id, post, outgoing, incoming }: HandoverRow, say: Wording) {
  return {
    path: `/handovers/${id}`,
    text: say.t('handovers.fromTo', { post: say.official(post).text, outgoing, incoming }),
  };
}

function deskCells({ holdingId, post, name, territoryName, from }: DeskRow, say: Wording) {
  return [
    { text: say.official(post).text, path: `/handover-desk/${holdingId}`, detail: name },
    { text: say.official(territoryName).text },
    { text: say.date(from) },
  ];
}
