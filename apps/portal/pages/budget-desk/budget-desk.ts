import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { asDrafter } from '#features/budget/local-budgets/budget.policy.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import type { Wording } from '#platform/views/wording.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';

/** Who draws up budgets: officers of an akimat, and akims. */
export const DRAFTERS = { roles: ['officer', 'akim'] };

/** A page of the desk about one budget. */
export interface OpenDraft {
  readonly page: Page;
  readonly budget: BudgetRow;
}

/** Opens a budget for those who draw it up. */
@Injectable()
export class BudgetDesk {
  constructor(
    private readonly pages: Pages,
    private readonly budgets: BudgetReader,
  ) {}

  /** @throws DomainError not-found `budget.not_found`, forbidden `identity.role_needed` */
  async open(request: FastifyRequest, id: string): Promise<OpenDraft> {
    const page = this.pages.open(request);
    const budget = await this.budgets.get(id);
    asDrafter(page.person!, budget.territoryPath);
    return { page, budget };
  }
}

/** What every form of the desk says of its budget. */
export function deskFrame({ id, territoryName, year, version }: BudgetRow, say: Wording) {
  const place = say.official(territoryName).text;
  return {
    budget: say.t('budgets.title', { place, year: String(year) }),
    back: `/budget-desk/${id}`,
    version,
  };
}
