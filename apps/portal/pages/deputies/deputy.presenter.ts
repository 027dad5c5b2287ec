import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { DeputyRow } from '#features/registry/deputies/deputy-row.js';
import { reportYears } from '#rules/registry/deputy-report.js';
import { isMandateHeldOn } from '#rules/registry/mandate.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { inquiryTable } from '../inquiries/inquiries.presenter.js';
import { addresseeOf } from '../petitions/addressee-words.js';
import { petitionTag } from '../petitions/petition-tag.js';
import { constituencyName, partyName } from './maslikhat.presenter.js';

interface DeputyModel {
  readonly deputy: DeputyRow;
  readonly inquiries: readonly InquiryRow[];
  readonly petitions: readonly ListedPetitionRow[];
}

/** A deputy: constituency, reception, commissions, inquiries, yearly reports. */
export function presentDeputy({ deputy, inquiries, petitions }: DeputyModel, say: Wording) {
  const maslikhat = say.official(deputy.territoryName).text;
  return {
    title: deputy.name,
    maslikhat: say.t('deputies.titleOf', { name: maslikhat }),
    crumbs: [
      { text: say.t('deputies.title'), path: '/deputies' },
      { text: maslikhat, path: `/deputies?maslikhat=${deputy.territory}` },
      { text: deputy.name },
    ],
    former: formerOf(deputy, say),
    rows: rowsOf(deputy, say),
    contacts: contactsOf(deputy, say),
    petitions: petitions.map((petition) => ({
      text: say.official(petition.title).text,
      path: `/petitions/${petition.number}`,
      tag: petitionTag(petition.state, say),
      detail: addresseeOf(petition, say),
    })),
    inquiries: inquiries.length > 0 ? inquiryTable(inquiries, say) : null,
    reports: reportsOf(deputy, say),
    recall: recallOf(deputy, say),
  };
}

function formerOf({ until, today, end }: DeputyRow, say: Wording): string | undefined {
  if (until >= today) return undefined;
  const day = say.date(until);
  if (!end) return say.t('deputies.formerTerm', { day });
  return say.t('deputies.former', {
    day,
    ground: say.t(`deputies.endGrounds.${end.ground}`),
    act: end.act,
  });
}

function rowsOf(deputy: DeputyRow, say: Wording) {
  const { constituency, commissions, convocation } = deputy;
  const units = constituency.territories.map(({ name, part }) => say.official(part ?? name).text);
  return [
    { key: say.t('deputies.columns.constituency'), value: constituencyName(constituency, say) },
    { key: say.t('deputies.territories'), lines: units },
    { key: say.t('deputies.columns.party'), value: partyName(deputy, say) },
    {
      key: say.t('deputies.commissions'),
      lines: commissions.map(({ name, isChair }) => {
        const text = say.official(name).text;
        return isChair ? say.t('deputies.chairOf', { name: text }) : text;
      }),
    },
    { key: say.t('deputies.convocation'), value: convocation.number },
    {
      key: say.t('deputies.mandate'),
      value: say.t('deputies.period', {
        from: say.date(deputy.from),
        until: say.date(deputy.until),
      }),
    },
  ];
}

function contactsOf(deputy: DeputyRow, say: Wording) {
  if (!isMandateHeldOn(deputy, deputy.today)) return null;
  return [
    {
      key: say.t('deputies.reception'),
      value: deputy.reception ? say.official(deputy.reception).text : null,
    },
    { key: say.t('deputies.phone'), value: deputy.phone },
    { key: say.t('deputies.email'), value: deputy.email },
  ];
}

function reportsOf(deputy: DeputyRow, say: Wording) {
  const reported = deputy.reports.map(({ year }) => year);
  return reportYears(deputy, reported, deputy.today).map(({ year, state }) => {
    const report = deputy.reports.find((each) => each.year === year);
    return {
      year: String(year),
      state: say.t(`deputies.reportStates.${state}`),
      missing: state === 'missing',
      detail: report && `${say.date(report.on)}, ${say.official(report.place).text}`,
      link: report?.link,
      files: report?.enclosures.map((file) => presentEnclosure(file, say)),
    };
  });
}

/** Only whom voters elected by name do they recall; the number needed was not read in the law. */
function recallOf({ constituency, recallRequests }: DeputyRow, say: Wording): string {
  if (constituency.kind === 'party-list') return say.t('deputies.recallNever');
  return say.t('deputies.recallCount', { count: recallRequests.length });
}
