import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { asAmender } from '#features/budget/local-budgets/budget.policy.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import type { Wording } from '#platform/views/wording.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';

/** Deputies, and the secretary who writes down what commissions do. */
export const COMMISSIONERS = { roles: ['deputy', 'maslikhat-secretary'] };
export const SECRETARIES = { roles: ['maslikhat-secretary'] };

/** A budget on the desk of the commission. */
export interface OpenDossier {
  readonly page: Page;
  readonly budget: BudgetRow;
  /** Does the person write down opinions and hearings? */
  readonly isSecretary: boolean;
}

/** Opens a budget for the maslikhat that approves it. */
@Injectable()
export class CommissionDesk {
  constructor(
    private readonly pages: Pages,
    private readonly budgets: BudgetReader,
  ) {}

  /** @throws DomainError not-found `budget.not_found`, forbidden `identity.role_needed` */
  async open(request: FastifyRequest, id: string): Promise<OpenDossier> {
    const page = this.pages.open(request);
    const budget = await this.budgets.get(id);
    asAmender(page.person!, budget.maslikhat);
    const isSecretary = page.person!.roles.some(
      ({ role, territory }) => role === 'maslikhat-secretary' && territory === budget.maslikhat,
    );
    return { page, budget, isSecretary };
  }
}

/** What every page of the desk says of its budget. */
export function dossierFrame({ id, territoryName, year }: BudgetRow, say: Wording) {
  const place = say.official(territoryName).text;
  return {
    budget: say.t('budgets.title', { place, year: String(year) }),
    back: `/commission-desk/${id}`,
  };
}

/** `3. Көше жарығы`, for choices of lines. */
export function lineChoices({ lines }: BudgetRow, say: Wording) {
  return lines.map(({ number, title, amountTiyn }) => ({
    value: String(number),
    text: `${number}. ${say.official(title).text}, ${say.moneyShort(amountTiyn)}`,
  }));
}
