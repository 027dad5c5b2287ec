import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { digestOfToken, newSessionToken } from '#platform/identity/session-token.js';
import { aMandate } from '../builders/mandate.js';
import { publishName, putOnTheRoll } from '../builders/roll.js';

const NAME = { given: 'Гүлнар', family: 'Сынақова' };

/** Cookies of people of the town, who are put there when they are first asked for. */
export class TownCallers {
  private readonly cookies = new Map<string, Promise<string>>();

  constructor(private readonly dataSource: DataSource) {}

  /** Somebody who holds the role for the territory and lives there. */
  holderOf(role: string, territory: string): Promise<string> {
    return this.once(`${role} ${territory}`, async () => {
      const id = v7();
      await this.settle(id, role, territory);
      return this.signIn(id);
    });
  }

  person(id: string): Promise<string> {
    return this.once(id, () => this.signIn(id));
  }

  private once(key: string, make: () => Promise<string>): Promise<string> {
    const cookie = this.cookies.get(key) ?? make();
    this.cookies.set(key, cookie);
    return cookie;
  }

  private async settle(id: string, role: string, territory: string): Promise<void> {
    await putOnTheRoll(this.dataSource, [{ id, ...NAME, bornOn: '1985-03-01', territory }]);
    if (role === 'resident') return;
    await publishName(this.dataSource, id, NAME);
    if (role === 'deputy') return aMandate(this.dataSource, id, territory);
    await this.dataSource.query(
      `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
       values ($1, $2, $3, $4, 'маман', 'специалист', '2020-01-01')`,
      [v7(), id, role, territory],
    );
  }

  private async signIn(personId: string): Promise<string> {
    const token = newSessionToken();
    await this.dataSource.query(
      `insert into sessions (token_digest, person_id, provider, expires_at)
       values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
      [digestOfToken(token), personId],
    );
    return `qatysu_session=${token}`;
  }
}
