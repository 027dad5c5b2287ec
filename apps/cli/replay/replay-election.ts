import { EndStagedVoting } from '#features/participation/staged-elections/end-staged-voting.js';
import { FoundStagedTown } from '#features/participation/staged-elections/found-staged-town.js';
import { StageElection } from '#features/participation/staged-elections/stage-election.js';
import type { StagedElection } from '#features/participation/staged-elections/staged-election.js';
import {
  STAGED_OFFICERS,
  stagedVoters,
} from '#features/participation/staged-elections/staged-town.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { RollEntries } from '#features/registry/residents/roll-entries.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { countVoters } from '#rules/tally/election.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import { ballotBodies } from './ballot-bodies.js';
import { castBallots } from './cast-ballots.js';
import { electionOfFile, numberedProjects } from './election-of-file.js';
import { countByCode } from './finding-lines.js';
import { publishWinners } from './publish-winners.js';
import type { ReplayGround } from './replay-ground.js';
import type { ReplayResult } from './replay-result.js';
import { signInAll } from './sign-in-all.js';

/**
 * Holds the election of a file again: stages it in an invented okrug, casts every ballot over HTTP
 * as its own resident, ends the voting, counts and publishes.
 */
export async function replayElection(
  ground: ReplayGround,
  file: PabulibFile,
  rule: RuleSpec,
): Promise<ReplayResult> {
  const sessions = await enrolVoters(ground, countVoters(file.election));
  const staged = await stage(ground, file, rule);
  const bodies = bodiesOf(file, staged);
  const cast = await castBallots(ground, { roundId: staged.roundId, bodies, sessions });
  await new EndStagedVoting(ground.app.get(UnitOfWork, { strict: false })).run(staged.roundId);
  const officers = await signInAll(ground, STAGED_OFFICERS, 'officers');
  const numbers = await publishWinners(ground.api, staged.roundId, officers);
  const projects = numberedProjects(file.election);
  const winners = numbers.map((number) => projects[number - 1]!.id);
  return {
    round: staged.roundId,
    ...cast,
    winners,
    ...compared(file, winners),
    oddities: countByCode(file.oddities),
  };
}

async function enrolVoters(ground: ReplayGround, count: number): Promise<readonly string[]> {
  const { app, progress } = ground;
  const voters = [...stagedVoters(count)];
  const founding = new FoundStagedTown(
    app.get(UnitOfWork, { strict: false }),
    app.get(RollEntries, { strict: false }),
  );
  await founding.run(voters, progress.begin('residents', count));
  return signInAll(ground, voters, 'sessions');
}

function stage({ app }: ReplayGround, file: PabulibFile, rule: RuleSpec): Promise<StagedElection> {
  const staging = new StageElection(
    app.get(UnitOfWork, { strict: false }),
    app.get(RollEntries, { strict: false }),
    app.get(DatabaseClock, { strict: false }),
  );
  return staging.run(electionOfFile(file, rule));
}

function bodiesOf({ election }: PabulibFile, { projects }: StagedElection): readonly string[] {
  const keys = new Map(numberedProjects(election).map(({ id }, place) => [id, projects[place]!]));
  return [...ballotBodies(election, (position) => keys.get(election.projects[position]!.id)!)];
}

/** Pabulib `selected`: 1 won; files without the column name nobody. */
function compared(
  { election }: PabulibFile,
  winners: readonly string[],
): Pick<ReplayResult, 'published' | 'same'> {
  const isTold = election.projects.some(({ selected }) => selected !== undefined);
  if (!isTold) return { published: null, same: false };
  const published = election.projects.flatMap(({ id, selected }) => (selected === 1 ? [id] : []));
  const same = published.length === winners.length && published.every((id) => winners.includes(id));
  return { published, same };
}
