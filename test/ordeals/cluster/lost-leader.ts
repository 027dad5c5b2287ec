import { setTimeout as wait } from 'node:timers/promises';
import { burst } from '../burst.js';
import type { Ordeal, Plan, Trial } from '../ordeal.js';
import { PatroniCluster, type ClusterWish } from './patroni-cluster.js';
import { missingPrograms } from './programs.js';

const BLOWS = { short: 1, long: 5 };

/** Ballots that only the leader of the control has. */
const HELD_BACK_MS = 1_000;

export const lostLeader: Ordeal = {
  name: 'cluster',
  what: 'kill -9 of the leader of three PostgreSQL behind HAProxy; the control acknowledges before a standby has the ballot',
  missing: missingPrograms,
  run: (plan) => loseLeader(plan, 'haproxy'),
};

export const lostLeaderOfHosts: Ordeal = {
  name: 'cluster-hosts',
  what: 'the same where the portal itself knows all three hosts',
  missing: missingPrograms,
  run: (plan) => loseLeader(plan, 'hosts'),
};

function loseLeader({ short, control }: Plan, door: ClusterWish['door']): Promise<Trial> {
  let cluster: PatroniCluster;
  return burst({
    startServer: async () =>
      (cluster = await PatroniCluster.start({ synchronous: !control, door })),
    blows: short ? BLOWS.short : BLOWS.long,
    blow: async ({ town }) => {
      if (control) {
        await cluster.holdStandbysBack();
        await wait(HELD_BACK_MS);
      }
      await town.killDatabase();
    },
  });
}
