import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { digestOfToken, newSessionToken } from '#platform/identity/session-token.js';
import { aMandate } from '../builders/mandate.js';
import { publishName, putOnTheRoll } from '../builders/roll.js';

export interface TownCaller {
  readonly personId: string;
  readonly cookie: string;
}

/** People of the town, made when they are first asked for. */
export class TownCallers {
  private readonly made = new Map<string, Promise<TownCaller>>();
  constructor(private readonly dataSource: DataSource) {}

  of(role: string, territory: string): Promise<TownCaller> {
    return this.once(`${role} ${territory}`, () => this.make(role, territory));
  }
  person(personId: string): Promise<TownCaller> {
    return this.once(personId, () => this.signIn(personId));
  }
  private once(key: string, make: () => Promise<TownCaller>): Promise<TownCaller> {
    const known = this.made.get(key) ?? make();
    this.made.set(key, known);
    return known;
  }
  private async make(role: string, territory: string): Promise<TownCaller> {
    const id = v7();
    const name = { given: 'Гүлнар', family: 'Сынақова' };
    await putOnTheRoll(this.dataSource, [{ id, ...name, bornOn: '1985-03-01', territory }]);
    if (role !== 'resident') await publishName(this.dataSource, id, name);
    if (role === 'deputy') await aMandate(this.dataSource, id, territory);
    else if (role !== 'resident')
      await this.dataSource.query(
        `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
         values ($1, $2, $3, $4, 'маман', 'специалист', '2020-01-01')`,
        [v7(), id, role, territory],
      );
    return this.signIn(id);
  }
  private async signIn(personId: string): Promise<TownCaller> {
    const token = newSessionToken();
    await this.dataSource.query(
      `insert into sessions (token_digest, person_id, provider, expires_at)
       values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
      [digestOfToken(token), personId],
    );
    return { personId, cookie: `qatysu_session=${token}` };
  }
}
