import { ARCHIVE_PATHS, electionPath } from '#rules/archive/archive-paths.js';
import { type RoundToCheck, parseArchivedRound } from '#rules/archive/archived-round.js';
import {
  type ArchivedPot,
  type ArchivedResult,
  parseArchivedResult,
} from '#rules/archive/archived-result.js';
import { resultDifferences } from '#rules/archive/result-differences.js';
import type { Election } from '#rules/tally/election.js';
import { readPabulib } from '#rules/tally/pabulib/read-pabulib.js';
import { countRound } from '#rules/tally/round-count.js';
import type { ArchiveFile } from './archive-file.js';
import { checkBallots } from './check-ballots.js';
import { hold, NotHeld } from './not-held.js';

/** Somebody may have cast a ballot without any choice. */
const BLANK = 'pabulib.vote_empty';

const NOTHING_PROPOSED: Election = {
  voteType: 'approval',
  budget: 0n,
  scale: 0,
  projects: [],
  ballots: [],
};

/** The two documents that everything else is compared with. */
export interface ArchiveDocuments {
  readonly round: RoundToCheck;
  readonly result: ArchivedResult;
}

/** @throws NotHeld where they are not what the format says, or speak of different rounds */
export async function readDocuments(archive: ArchiveFile): Promise<ArchiveDocuments> {
  const round = parseArchivedRound(await archive.json(ARCHIVE_PATHS.round));
  hold(round !== null, 'document.unknown', { path: ARCHIVE_PATHS.round });
  const result = parseArchivedResult(await archive.json(ARCHIVE_PATHS.result));
  hold(result !== null, 'document.unknown', { path: ARCHIVE_PATHS.result });
  hold(result.round === round.id, 'document.other_round', { path: ARCHIVE_PATHS.result });
  const planned = round.pots.map(({ territory }) => territory).join(', ');
  const counted = result.pots.map(({ territory }) => territory).join(', ');
  hold(planned === counted, 'document.other_pots', { planned, counted });
  return { round, result };
}

/** Counts every pot again from its published ballots and compares it with the published result. */
export async function checkTally(
  archive: ArchiveFile,
  { round, result }: ArchiveDocuments,
): Promise<void> {
  const elections: Election[] = [];
  for (const pot of result.pots) elections.push(await readElection(archive, pot));
  const pots = elections.map((election, place) => ({
    id: round.pots[place]!.territory,
    election,
    minimumVotes: round.minimumVotes,
  }));
  const outcomes = countRound(pots, round);
  for (const [place, published] of result.pots.entries()) {
    const recounted = { election: elections[place]!, outcome: outcomes[place]! };
    const [first] = resultDifferences(published, recounted, result.struck);
    if (first) throw new NotHeld(first.code, first.details);
  }
}

async function readElection(
  archive: ArchiveFile,
  { territory, projects }: ArchivedPot,
): Promise<Election> {
  const path = electionPath(territory);
  const ballots = await checkBallots(archive, territory);
  // Where nothing was proposed there is nothing to read, and nobody's ballot stands there.
  if (projects.length === 0 && ballots === 0) return NOTHING_PROPOSED;
  // Strict reading would remember every voter; that each comes once is known already.
  const file = await readPabulib(archive.text(path), { mode: 'lenient' });
  const findings = file.kind === 'read' ? file.oddities : file.faults;
  const fault = findings.find(({ code }) => code !== BLANK);
  if (file.kind === 'read' && !fault) return file.election;
  const { line = 0, code: finding = '', details = {} } = fault ?? {};
  throw new NotHeld('ballots.unreadable', { ...details, path, line, finding });
}
