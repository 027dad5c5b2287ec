import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { parseTenge } from '#rules/kernel/money.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** The assembly's initiative to dismiss its akim. */
export interface NewDismissal {
  readonly id: string;
  readonly minutesId: string;
  readonly territory: string;
  readonly path: readonly string[];
  readonly on: CivilDate;
}

/** What signed minutes hand on: decisions, their links, reports heard, an initiative of dismissal. */
export class DecisionRepository extends TransactionalRepository {
  async takeOver(minutesId: string, { items }: MinutesDocument): Promise<void> {
    for (const { number, vote, links } of items) {
      if (vote?.outcome !== 'adopted') continue;
      await this.manager.query(
        `insert into community_decisions (minutes_id, item, state) values ($1, $2, 'awaited')`,
        [minutesId, number],
      );
      for (const [place, { kind, id, amount }] of links.entries())
        await this.manager.query(
          `insert into decision_links (minutes_id, item, place, kind, object_id, amount_tiyn)
           values ($1, $2, $3, $4, $5, $6)`,
          [minutesId, number, place + 1, kind, id, tiynText(amount)],
        );
    }
  }

  /** A report is approved where the decision on it was adopted. */
  async addHeardReports(minutesId: string, document: MinutesDocument): Promise<void> {
    const { items, territory, heldOn } = document;
    for (const { number, question, vote, reportUrl } of items) {
      const kind = REPORTS[question];
      if (kind === undefined || vote === null) continue;
      await this.manager.query(
        `insert into heard_reports (minutes_id, item, kind, territory_kato, heard_on, approved, report_url)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [minutesId, number, kind, territory.kato, heldOn, vote.outcome === 'adopted', reportUrl],
      );
    }
  }

  /** It goes to the maslikhat of the unit above. */
  async raiseDismissal({ id, minutesId, territory, path, on }: NewDismissal): Promise<void> {
    await this.manager.query(
      `insert into dismissals (id, territory_kato, maslikhat_kato, ground, minutes_id, state, since, raised_on)
       values ($1, $2, $3, 'assembly-initiative', $4, 'raised', $5, $5) on conflict do nothing`,
      [id, territory, path.at(-2) ?? territory, minutesId, on],
    );
  }
}

const REPORTS: Readonly<Record<string, 'akim' | 'maslikhat'>> = {
  'akim-report': 'akim',
  'maslikhat-report': 'maslikhat',
};

function tiynText(amount: string | null): string | null {
  return amount === null ? null : String(parseTenge(amount));
}
