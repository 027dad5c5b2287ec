import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session adopted, and what was proposed to it, is kept against the console too. */
export class AdoptedBudgets1795200000000 implements MigrationInterface {
  name = 'AdoptedBudgets1795200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of KEPT) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tr_budget_lines_no_truncate on budget_lines`);
    await runner.query(`drop trigger tr_budget_amendments_once on budget_amendments`);
    await runner.query(`drop trigger tr_budgets_adopted on budgets`);
    await runner.query(`drop function keep_amendment(), keep_adopted_budget()`);
  }
}

const KEPT = [
  // The sums follow the lines: they change where an amendment names its budget first.
  `create function keep_adopted_budget() returns trigger language plpgsql as $$
  begin
    if old.state = 'adopted'
       and row(new.id, new.territory_kato, new.maslikhat_kato, new.year, new.tier, new.state,
               new.agreed_minutes_id, new.agreed_on, new.submitted_on, new.adopted_on)
         is distinct from
           row(old.id, old.territory_kato, old.maslikhat_kato, old.year, old.tier, old.state,
               old.agreed_minutes_id, old.agreed_on, old.submitted_on, old.adopted_on) then
      raise exception 'an adopted budget stays as it was adopted';
    end if;
    if old.state in ('submitted', 'adopted')
       and row(new.revenues_tiyn, new.transfers_tiyn, new.net_lending_tiyn,
               new.financial_assets_tiyn, new.financing_tiyn)
         is distinct from
           row(old.revenues_tiyn, old.transfers_tiyn, old.net_lending_tiyn,
               old.financial_assets_tiyn, old.financing_tiyn)
       and coalesce(current_setting('qatysu.amended_budget', true), '') <> old.id::text then
      raise exception 'sums of a submitted or adopted budget change by an amendment alone';
    end if;
    return new;
  end $$`,
  `create trigger tr_budgets_adopted before update on budgets
    for each row execute function keep_adopted_budget()`,
  // An amendment is answered by the akim once and settled by the session once; its text stays.
  `create function keep_amendment() returns trigger language plpgsql as $$
  begin
    if row(new.id, new.budget_id, new.changes, new.sources, new.revenue_fall_tiyn,
           new.justification_kk, new.justification_ru, new.calculation, new.needs_akim,
           new.by_person, new.post_kk, new.post_ru, new.at)
         is distinct from
       row(old.id, old.budget_id, old.changes, old.sources, old.revenue_fall_tiyn,
           old.justification_kk, old.justification_ru, old.calculation, old.needs_akim,
           old.by_person, old.post_kk, old.post_ru, old.at)
       or (old.akim_at is not null
           and row(new.akim_agrees, new.akim_by, new.akim_at)
             is distinct from row(old.akim_agrees, old.akim_by, old.akim_at))
       or (old.outcome is not null
           and row(new.outcome, new.decision_id) is distinct from row(old.outcome, old.decision_id)) then
      raise exception 'an amendment stays as it was proposed, answered and settled';
    end if;
    return new;
  end $$`,
  `create trigger tr_budget_amendments_once before update on budget_amendments
    for each row execute function keep_amendment()`,
  `create trigger tr_budget_lines_no_truncate before truncate on budget_lines
    for each statement execute function refuse_change()`,
];
