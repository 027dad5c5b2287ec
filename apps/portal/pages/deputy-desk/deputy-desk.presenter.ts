import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import type { DeputyRow } from '#features/registry/deputies/deputy-row.js';
import type { Wording } from '#platform/views/wording.js';
import { constituencyName } from '../deputies/maslikhat.presenter.js';
import { inquiryTable } from '../inquiries/inquiries.presenter.js';

interface DeskModel {
  readonly mandates: readonly DeputyRow[];
  readonly inquiries: readonly InquiryRow[];
}

export function presentDesk({ mandates, inquiries }: DeskModel, say: Wording) {
  const overdue = inquiries.filter(({ state }) => state === 'overdue').length;
  const open = inquiries.filter(({ state }) => state === 'open').length;
  return {
    title: say.t('deputyDesk.title'),
    mandates: mandates.map((mandate) => ({
      text: say.official(mandate.territoryName).text,
      path: `/deputies/${mandate.id}`,
      detail: constituencyName(mandate.constituency, say),
    })),
    figures: [
      { label: say.t('deputyDesk.overdue'), value: say.number(overdue) },
      { label: say.t('deputyDesk.open'), value: say.number(open) },
    ],
    inquiries: inquiries.length > 0 ? inquiryTable(inquiries, say) : null,
  };
}
