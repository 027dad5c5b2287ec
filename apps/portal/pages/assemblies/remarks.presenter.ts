import type { MinutesRemarkRow, MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import { itemTitle, quorumWords } from '../../papers/minutes-words.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName } from './meeting-line.presenter.js';
import { presentMinutesItem } from './minutes-item.presenter.js';
import { minutesTag } from './minutes.presenter.js';
import { LONGEST_REMARK } from './remark-form.js';

export interface RemarkedMinutes {
  readonly minutes: MinutesRow;
  /** Null when no remarks are asked for. */
  readonly draft: MinutesDocument | null;
  readonly today: CivilDate;
  readonly sent: SentForm;
}

/** The draft as the members read it, what they said to it and what became of that. */
export function presentRemarks({ minutes, draft, today, sent }: RemarkedMinutes, say: Wording) {
  const { id, number, state, heldOn, remarks, remarksUntil } = minutes;
  const isOpen = draft !== null && remarksUntil !== null && today <= remarksUntil;
  return {
    title: say.t('assemblies.remarks.page'),
    caption: `${say.t('assemblies.paper.title', { number })}. ${meetingName(minutes, say)}, ${say.date(heldOn)}`,
    tag: minutesTag(state, say),
    faults: sent.faults,
    read: minutes.document === null ? undefined : `/minutes/${id}`,
    meeting: `/meetings/${minutes.meetingId}`,
    remarks: remarks.map((remark) => remarkLine(remark, say)),
    until: isOpen
      ? say.t('assemblyDesk.minutes.remarksUntil', { day: say.date(remarksUntil) })
      : undefined,
    form: isOpen ? remarkForm(id, draft, sent, say) : undefined,
    draft: draft && {
      quorum: quorumWords(draft.quorum, say),
      items: draft.items.map((item) => presentMinutesItem(item, draft, say)),
    },
  };
}

/** A remark with its answer; on what, where it is on one item. */
export function remarkLine(
  { member, item, text, language, outcome, reason }: MinutesRemarkRow,
  say: Wording,
) {
  return {
    who: item === null ? member : `${member}, ${say.t('assemblies.errata.item', { item })}`,
    text,
    language,
    outcome: outcome ? say.t(`assemblies.remarks.${outcome}`) : undefined,
    reason: reason ? say.official(reason).text : undefined,
  };
}

function remarkForm(
  id: string,
  { items }: MinutesDocument,
  { fields, faults }: SentForm,
  say: Wording,
) {
  return {
    action: `/minutes/${id}/remarks`,
    most: LONGEST_REMARK,
    item: fields?.text('item') ?? '',
    items: [
      { value: '', text: say.t('assemblies.remarks.whole') },
      ...items.map((item) => ({ value: String(item.number), text: itemTitle(item, say) })),
    ],
    text: fields?.text('text') ?? '',
    error: faults?.fields['text'],
    language: fields?.text('language') || (say.lang === 'ru' ? 'ru' : 'kk'),
    languages: (['kk', 'ru'] as const).map((value) => ({
      value,
      text: say.t(`assemblyDesk.languages.${value}`),
    })),
  };
}
