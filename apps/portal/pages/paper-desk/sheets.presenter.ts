import type { PaperSheetRow } from '#features/petitions/paper-sheets/paper-sheet.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { takesSignatures } from '#rules/petitions/petition-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';

interface SheetsModel {
  readonly petition: PetitionRow;
  readonly sheets: readonly PaperSheetRow[];
}

/** The deputy's sheets: what was given out, what was read, what came of it. */
export function presentSheets({ petition, sheets }: SheetsModel, say: Wording) {
  const path = `/deputy-desk/collections/${petition.id}`;
  return {
    title: say.t('paperDesk.sheets.title'),
    petition: say.official(petition.title).text,
    back: path,
    action: takesSignatures(petition.state) ? `${path}/sheets` : undefined,
    pdf: sheets.length > 0 ? `${path}/sheets.pdf` : undefined,
    table: sheets.length > 0 ? sheetTable(petition, sheets, say) : null,
  };
}

function sheetTable({ id }: PetitionRow, sheets: readonly PaperSheetRow[], say: Wording) {
  const columns = ['sheet', 'readings', 'outcome'];
  return {
    caption: say.t('paperDesk.sheets.caption'),
    columns: columns.map((column) => ({ text: say.t(`paperDesk.sheets.columns.${column}`) })),
    rows: sheets.map((sheet) => ({
      cells: [
        {
          text: say.t('common.number', { number: String(sheet.number) }),
          path: `/deputy-desk/collections/${id}/sheets.pdf?from=${sheet.number}`,
        },
        { text: say.number(sheet.readings) },
        { text: outcomeText(sheet, say) },
      ],
    })),
  };
}

/** «есептелді: 8 · қайталанған: 1 · бос: 1» */
export function outcomeText({ outcomes, settledAt }: PaperSheetRow, say: Wording): string {
  if (settledAt === null) return say.t('paperDesk.sheets.notRead');
  return Object.entries(outcomes)
    .map(([name, count]) => `${say.t(`paperDesk.outcomes.${name}`)}: ${say.number(count)}`)
    .join(' · ');
}
