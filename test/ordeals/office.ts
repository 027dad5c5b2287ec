import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { publishName } from '../support/builders/roll.js';
import { aResident, TOWN } from '../support/builders/voting-town.js';
import type { PortalProcess } from './portal-process.js';

/** Session tokens of those who take a count to its publication. */
export interface Office {
  readonly expert: string;
  /** Either may publish. */
  readonly officers: readonly [string, string];
}

const PATIENCE_MS = 30_000;
const RETRY_AFTER_MS = 100;
const DECISION = { protocolNumber: '7', text: { kk: 'Бекітілді', ru: 'Утверждено' }, strikes: [] };

export async function anOffice(dataSource: DataSource): Promise<Office> {
  const expert = await inOffice(dataSource, 'expert');
  const officers = [await inOffice(dataSource, 'officer'), await inOffice(dataSource, 'officer')];
  return { expert, officers: officers as [string, string] };
}

/**
 * The Council decides, and two officers publish the result in the same moment, each at a portal.
 *
 * @returns how many of them were told that it was they
 */
export async function publishAtOnce(
  { expert, officers }: Office,
  roundId: string,
  portals: readonly PortalProcess[],
): Promise<number> {
  const round = (portal: PortalProcess): string => `${portal.address}/api/v1/rounds/${roundId}`;
  await insist(`${round(portals[0]!)}/council-decision`, expert, DECISION);
  const answers = await Promise.all(
    officers.map((officer, place) =>
      insist(`${round(portals[place % portals.length]!)}/publication`, officer, {}),
    ),
  );
  return answers.filter((ok) => ok).length;
}

/** Again while the portal says to come again. */
async function insist(address: string, token: string, body: object): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `qatysu_session=${token}` },
      body: JSON.stringify(body),
    });
    await answer.body?.cancel();
    if (answer.status !== 503) return answer.ok;
    await wait(RETRY_AFTER_MS);
  }
  return false;
}

async function inOffice(dataSource: DataSource, role: string): Promise<string> {
  const { id, token } = await aResident(dataSource, { territory: TOWN });
  await publishName(dataSource, id, { given: 'Гүлнар', family: 'Сынақова' });
  await dataSource.query(
    `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
     values ($1, $2, $3, $4, 'маман', 'специалист', '2020-01-01')`,
    [v7(), id, role, TOWN],
  );
  return token;
}
