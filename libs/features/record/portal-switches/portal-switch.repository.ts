import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { PortalSwitch } from './portal-switch.js';

/** What the operator set, one row after another; none is ever changed. */
export class PortalSwitchRepository extends TransactionalRepository {
  async add(setting: PortalSwitch, personId: string): Promise<void> {
    await this.manager.query(
      `insert into portal_switches (switch, value, reason, person_id) values ($1, $2, $3, $4)`,
      [setting.name, setting.value, setting.reason, personId],
    );
  }

  /** The value before, null where the switch was never touched; later settings wait for this one. */
  async findForSetting(name: PortalSwitch['name']): Promise<string | null> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('portal-switch ' || $1))`, [
      name,
    ]);
    const rows: { value: string }[] = await this.manager.query(
      `select value from portal_switches where switch = $1 order by id desc limit 1`,
      [name],
    );
    return rows[0]?.value ?? null;
  }

  /** Does a voting run at this moment, by the database's clock? */
  async isVotingOpen(): Promise<boolean> {
    const [row] = (await this.manager.query(VOTING)) as { open: boolean }[];
    return row!.open;
  }
}

const VOTING = `
  select exists (
    select from rounds where clock_timestamp() >= voting_from and clock_timestamp() < voting_until
  ) as open`;
