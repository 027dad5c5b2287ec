import { inLanes } from './in-lanes.js';
import type { ReplayGround } from './replay-ground.js';
import type { ReplayResult } from './replay-result.js';

export interface Ballots {
  readonly roundId: string;
  /** One request body a voter. */
  readonly bodies: readonly string[];
  /** Session cookies of the voters, in the same sequence. */
  readonly sessions: readonly string[];
}

type Cast = Pick<ReplayResult, 'accepted' | 'refused' | 'seconds' | 'perSecond'>;

/** Casts every ballot over HTTP and counts what the portal answered. */
export async function castBallots(
  { api, connections, progress }: ReplayGround,
  { roundId, bodies, sessions }: Ballots,
): Promise<Cast> {
  const report = progress.begin('ballots', bodies.length);
  const refused: Record<string, number> = {};
  let accepted = 0;
  let done = 0;
  const begun = performance.now();
  await inLanes(bodies.length, connections, async (place) => {
    const answer = await api.ask({
      method: 'PUT',
      path: `/api/v1/rounds/${roundId}/ballot`,
      body: bodies[place]!,
      session: sessions[place]!,
      idempotencyKey: `replay-${place}`,
    });
    if (answer.status < 300) accepted += 1;
    else count(refused, reasonOf(answer.body, answer.status));
    report((done += 1));
  });
  const seconds = (performance.now() - begun) / 1000;
  return {
    accepted,
    refused,
    seconds: Math.round(seconds * 1000) / 1000,
    perSecond: seconds > 0 ? Math.round(bodies.length / seconds) : 0,
  };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function reasonOf(body: string, status: number): string {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? String(status);
  } catch {
    return String(status);
  }
}
