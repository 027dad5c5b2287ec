import type { HeardReport } from '#rules/assemblies/dismissal-ground.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { parseTenge } from '#rules/kernel/money.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** A ground for dismissing the akim of a unit, taken from signed minutes. */
export interface NewDismissal {
  readonly id: string;
  readonly minutesId: string;
  readonly ground: 'assembly-initiative' | 'refused-reports';
  readonly territory: string;
  readonly path: readonly string[];
  readonly on: CivilDate;
}

/** What signed minutes hand on: decisions, their links, reports heard, an initiative of dismissal. */
export class DecisionRepository extends TransactionalRepository {
  async takeOver(minutesId: string, { items }: MinutesDocument): Promise<void> {
    for (const { number, question, vote, links } of items) {
      if (vote?.outcome !== 'adopted') continue;
      // The akim does not judge the initiative to dismiss him: it goes to the maslikhat.
      if (question !== 'akim-dismissal') await this.putBefore(minutesId, number);
      for (const [place, { kind, id, amount }] of links.entries())
        await this.manager.query(
          `insert into decision_links (minutes_id, item, place, kind, object_id, amount_tiyn)
           values ($1, $2, $3, $4, $5, $6)`,
          [minutesId, number, place + 1, kind, id, tiynText(amount)],
        );
    }
  }

  private async putBefore(minutesId: string, item: number): Promise<void> {
    await this.manager.query(
      `insert into community_decisions (minutes_id, item, state) values ($1, $2, 'awaited')`,
      [minutesId, item],
    );
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

  /** Reports of the akim that were heard in a unit. */
  async listAkimReports(territory: string): Promise<HeardReport[]> {
    return this.manager.query(
      `select heard_on::text as "heardOn", approved from heard_reports
       where territory_kato = $1 and kind = 'akim'`,
      [territory],
    );
  }

  /** It goes to the maslikhat of the unit above; one that is under way already stays as it is. */
  async raiseDismissal(dismissal: NewDismissal): Promise<void> {
    const { id, minutesId, ground, territory, path, on } = dismissal;
    await this.manager.query(
      `insert into dismissals (id, territory_kato, maslikhat_kato, ground, minutes_id, state, since,
         raised_on, akim_id)
       values ($1, $2, $3, $4, $5, 'raised', $6, $6,
         (select resident_id from role_holdings where role = 'akim' and territory_kato = $2
            and held_from <= $6 and coalesce(held_until, $6) >= $6
          order by held_from desc limit 1))
       on conflict do nothing`,
      [id, territory, path.at(-2) ?? territory, ground, minutesId, on],
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
