import { drawSeed } from '#apps/portal/pages/projects/projects-query.js';
import { PROJECT_IDS, ROUND_ID, tokenOf } from '../ballots/bench-town.js';
import type { Voters } from '../ballots/voters.js';
import { openLoad, type OpenResult } from '../load/open-load.js';

/** A city of two million when its voting opens. */
export const BALLOTS_PER_SECOND = 200;
export const VIEWS_PER_SECOND = 1_000;

/** Every so many views are of somebody who has signed in, for whom the page is made anew. */
const SIGNED_IN_EACH = 10;

const VIEWED: readonly ((seed: number) => string)[] = [
  () => `/kk/rounds/${ROUND_ID}`,
  () => `/ru/rounds/${ROUND_ID}`,
  (seed) => `/kk/rounds/${ROUND_ID}/projects?seed=${seed}`,
  (seed) => `/ru/rounds/${ROUND_ID}/projects?seed=${seed}`,
  () => `/kk/projects/${PROJECT_IDS[0]}`,
  () => `/ru/projects/${PROJECT_IDS[1]}`,
];

export interface Opening {
  readonly ballots: OpenResult;
  readonly views: OpenResult;
}

export interface OpeningPlan {
  readonly port: number;
  readonly voters: Voters;
  readonly seconds: number;
  /** Of the rates above. */
  readonly times?: number;
}

/** Ballots and page views at once, each with their own arrivals. */
export async function openVoting({
  port,
  voters,
  seconds,
  times = 1,
}: OpeningPlan): Promise<Opening> {
  const perSecond = { ballots: BALLOTS_PER_SECOND * times, views: VIEWS_PER_SECOND * times };
  const next = await voters.requests(Math.ceil(perSecond.ballots * seconds * 1.2) + 100);
  const [ballots, views] = await Promise.all([
    openLoad({ port, seconds, perSecond: perSecond.ballots, next }),
    openLoad({ port, seconds, perSecond: perSecond.views, next: viewing() }),
  ]);
  return { ballots, views };
}

function viewing(): () => string {
  let views = 0;
  return () => {
    views += 1;
    const path = VIEWED[views % VIEWED.length]!(drawSeed());
    const cookie =
      views % SIGNED_IN_EACH === 0 ? `Cookie: qatysu_session=${tokenOf(views % 100)}\r\n` : '';
    return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n${cookie}\r\n`;
  };
}

/** Was somebody refused, or did one in a hundred wait longer than a second? */
export function isOverwhelmed({ ballots, views }: Opening): boolean {
  return [ballots, views].some(({ errors, p99Ms }) => errors > 0 || p99Ms > 1_000);
}
