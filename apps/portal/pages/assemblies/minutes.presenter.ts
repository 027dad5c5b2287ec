import type { MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { erratumTitle, signedWords } from '../../papers/minutes-paper-end.js';
import {
  bodyNameOf,
  convenerWords,
  hoursWords,
  itemTitle,
  personWords,
  quorumWords,
} from '../../papers/minutes-words.js';
import type { Wording } from '#platform/views/wording.js';
import { presentDecisionCourse } from './decision-course.presenter.js';
import { presentMinutesItem } from './minutes-item.presenter.js';

const COLOURS: Readonly<Record<MinutesState, string>> = {
  draft: 'grey',
  'under-remarks': 'yellow',
  'to-sign': 'yellow',
  'signed-by-chair': 'yellow',
  signed: 'blue',
  sent: 'blue',
  published: 'green',
};

/** Minutes with the text that was signed, and what stands beside it. */
export type WrittenMinutes = MinutesRow & { readonly document: MinutesDocument };

/** The page of minutes: what LSG art. 39-3(10) asks for, block by block, and what came of it. */
export function presentMinutes(minutes: WrittenMinutes, say: Wording) {
  const { document } = minutes;
  const title = say.t('assemblies.paper.title', { number: minutes.number });
  return {
    title,
    crumbs: [
      { text: say.t('assemblies.list.title'), path: '/assemblies' },
      { text: say.t('assemblies.search.title'), path: '/minutes' },
      { text: title },
    ],
    caption: bodyNameOf(document, say),
    tag: minutesTag(minutes.state, say),
    rows: headRows(document, say),
    quorum: quorumWords(document.quorum, say),
    hadQuorum: document.hadQuorum,
    presentTitle: say.t('assemblies.headings.present', { count: document.present.length }),
    present: document.present.map((person) => personWords(person, say)),
    agenda: document.items.map((item) => ({ number: item.number, text: itemTitle(item, say) })),
    items: document.items.map((item) => ({
      ...presentMinutesItem(item, document, say),
      course: presentDecisionCourse(minutes, item.number, say),
    })),
    ...endOf(minutes, say),
  };
}

export function minutesTag(state: MinutesState, say: Wording) {
  return { text: say.t(`minutes.states.${state}`), colour: COLOURS[state] };
}

function headRows(document: MinutesDocument, say: Wording) {
  const { heldOn, place, notice, members, membersSource, chair, secretary } = document;
  const source = membersSource === null ? '' : ` (${membersSource})`;
  const row = (name: string, value: string) => ({ key: say.t(`assemblies.labels.${name}`), value });
  return [
    row('heldOn', `${say.weekday(heldOn)}, ${hoursWords(document, say)}`),
    row('place', say.official(place).text),
    row('convener', convenerWords(document.convener, say)),
    row('notice', [say.date(notice.on), ...notice.channels].join(', ')),
    row('members', `${say.number(members)}${source}`),
    row('chair', chair),
    row('secretary', secretary),
  ];
}

function endOf(minutes: WrittenMinutes, say: Wording) {
  const { signatures, digest, errata, dispatches, remarks, document } = minutes;
  const file = `/minutes/${minutes.id}/minutes`;
  return {
    signatures: signatures.map((signature) => ({
      key: say.t(`assemblies.labels.${signature.capacity}`),
      value: signedWords(signature, say),
    })),
    digest,
    errata: errata.map((erratum) => ({
      title: erratumTitle(erratum, say),
      rows: (['was', 'becomes', 'reason'] as const).map((name) => ({
        key: say.t(`assemblies.errata.${name}`),
        value: say.official(erratum[name]).text,
      })),
    })),
    dispatches: dispatches.map(({ to, sentOn, dueOn }) =>
      say.t(`assemblies.minutes.sent.${to}`, { day: say.date(sentOn), due: say.date(dueOn) }),
    ),
    remarks: remarks.map(({ member, text, language, outcome, reason }) => ({
      member,
      text,
      language,
      outcome: outcome ? say.t(`assemblies.remarks.${outcome}`) : undefined,
      reason: reason ? say.official(reason).text : undefined,
    })),
    watch: document.recordingUrl ?? document.broadcastUrl ?? undefined,
    files: (['kk', 'ru'] as const).flatMap((lang) =>
      (['pdf', 'docx'] as const).map((form) => ({
        text: say.t(`assemblies.files.${form}.${lang}`),
        lang,
        src: `/${lang}${file}.${form}`,
      })),
    ),
    json: `/api/v1/minutes/${minutes.id}`,
    meeting: `/meetings/${minutes.meetingId}`,
  };
}
