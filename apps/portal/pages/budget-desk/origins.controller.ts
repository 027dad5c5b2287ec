import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  BudgetDeskReader,
  type FreeOriginRow,
} from '#features/budget/local-budgets/desk.reader.js';
import { isOriginKind, isRecordedOrigin, ORIGIN_KINDS } from '#rules/budgets/line-origin.js';
import type { Wording } from '#platform/views/wording.js';
import { PageController, Show } from '../_frame/page-route.js';
import { BudgetDesk, deskFrame, DRAFTERS } from './budget-desk.js';
import { keyOf } from './line-form.js';

const LONGEST_QUESTION = 100;

/** Decisions on record that wait for money: winners, minutes, answered petitions not used yet. */
@PageController('budget-desk/:id/origins')
export class FreeOriginsController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly desk: BudgetDeskReader,
  ) {}

  @Show('', DRAFTERS)
  async show(
    @Param('id') id: string,
    @Query() { kind, q }: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { page, budget } = await this.drafts.open(request, id);
    const text = typeof q === 'string' ? q.replaceAll('\0', '').slice(0, LONGEST_QUESTION) : '';
    const wanted = typeof kind === 'string' && isOriginKind(kind) ? kind : null;
    const question = { text, kind: wanted };
    const rows = await this.desk.listFreeOrigins(budget.territoryPath, question);
    const path = `/budget-desk/${budget.id}`;
    return page.render('budget-desk/origins', {
      ...deskFrame(budget, page.say),
      title: page.say.t('budgetDesk.origins.title'),
      action: `${path}/origins`,
      q: text,
      kind: wanted ?? '',
      kinds: kindChoices(page.say),
      table: rows.length > 0 ? tableOf(rows, path, page.say) : undefined,
    });
  }
}

function kindChoices(say: Wording) {
  const kinds = ORIGIN_KINDS.filter(isRecordedOrigin);
  return [
    { value: '', text: say.t('budgetDesk.origins.all') },
    ...kinds.map((kind) => ({ value: kind, text: say.t(`budgets.origins.${kind}`) })),
  ];
}

function tableOf(rows: readonly FreeOriginRow[], path: string, say: Wording) {
  return {
    caption: say.t('budgetDesk.origins.caption'),
    columns: ['title', 'kind', 'day', 'sum'].map((name) => ({
      text: say.t(`budgetDesk.origins.${name}`),
      numeric: name === 'sum',
    })),
    rows: rows.map((row) => ({
      cells: [
        {
          text: say.official(row.title).text || `№ ${row.number}`,
          path: `${path}/lines/new?origin=${encodeURIComponent(keyOf(row))}`,
        },
        { text: say.t(`budgets.origins.${row.kind}`), detail: `№ ${row.number}` },
        { text: say.date(row.on) },
        { text: row.amountTiyn === null ? '–' : say.money(row.amountTiyn) },
      ],
    })),
  };
}
