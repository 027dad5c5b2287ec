import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

/** A hearing in one line: when and by whom, where, whether its protocol is there. */
export function hearingLine({ commission, startsAt, place, protocol }: HearingRow, say: Wording) {
  const state =
    protocol === null
      ? say.t('hearings.noProtocol')
      : say.t('hearings.came', { count: protocol.attended });
  return {
    text: `${say.dateTime(startsAt)}, ${say.official(commission).text}`,
    detail: `${say.official(place).text} · ${state}`,
  };
}

/** A hearing for everybody: the notice, and what was said there. */
export function presentHearing(hearing: HearingRow, say: Wording) {
  const { notice, protocol, post, at } = hearing;
  return {
    ...hearingLine(hearing, say),
    notice: say.official(notice).text,
    announced: say.t('hearings.announced', {
      day: say.dateTime(at),
      post: say.official(post).text,
    }),
    summary: protocol && say.official(protocol.summary).text,
    remarks: (protocol?.remarks ?? []).map(({ text, language, answer }) => ({
      text,
      language,
      answer: answer === '' ? undefined : say.t('hearings.answered', { text: answer }),
    })),
    enclosures: (protocol?.enclosures ?? []).map((file) => presentEnclosure(file, say)),
  };
}
