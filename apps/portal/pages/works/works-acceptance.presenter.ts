import type { AcceptanceRow, ResidentReportRow } from '#features/budget/works/works-row.js';
import type { Wording } from '#platform/views/wording.js';
import { presentSiteFiles } from './site-files.js';
import { personName } from '../_frame/person-name.js';

/** The act of acceptance with photos of what was built. */
export function presentAcceptance(acceptance: AcceptanceRow, say: Wording) {
  const { actNumber, acceptedOn, warrantyUntil, enclosures } = acceptance;
  const day = say.date(acceptedOn);
  const values = { actNumber, acceptedOn: day, warrantyUntil: say.date(warrantyUntil) };
  return {
    rows: Object.entries(values).map(([name, value]) => ({ key: say.t(`works.${name}`), value })),
    ...presentSiteFiles(
      enclosures,
      say.t('works.photoOf', { day, place: say.t('works.site') }),
      say,
    ),
  };
}

/** What a resident said of the works, in the language in which it was written. */
export function presentResidentReport(report: ResidentReportRow, say: Wording) {
  const { on, name, verdict, text, language, enclosures } = report;
  const day = say.date(on);
  return {
    tag: {
      text: say.t(`works.verdicts.${verdict}`),
      colour: verdict === 'built' ? 'green' : 'red',
    },
    name: personName(name, say),
    day,
    text,
    language,
    ...presentSiteFiles(
      enclosures,
      say.t('works.photoOf', { day, place: personName(name, say) }),
      say,
    ),
  };
}
