import { v7 } from 'uuid';
import { type DatabaseClock, type Moment } from '#platform/clock/clock.js';
import type { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { foldText } from '#rules/kernel/fold-text.js';
import { ResidentRepository } from '../../registry/residents/resident.repository.js';
import type { RollEntries } from '../../registry/residents/roll-entries.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import type { ProposalRecord } from '../proposals/proposal.record.js';
import { columnsOfBallot } from '../rounds/ballot-columns.js';
import { type NewRound, RoundRepository } from '../rounds/round.repository.js';
import type { ElectionToStage, ProjectToStage, StagedElection } from './staged-election.js';
import { onTheRoll, STAGED_OFFICERS, STAGED_TOWN } from './staged-town.js';

const HOUR_MS = 3_600_000;
/** An adult: voters of the source were whatever its own rule said. */
const MINIMUM_AGE = 18;

/**
 * Puts an election of elsewhere on the ballot of the invented okrug: its projects stand as admitted
 * without a review, its voting is open from now on until {@link EndStagedVoting} ends it.
 */
export class StageElection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: RollEntries,
    private readonly clock: DatabaseClock,
  ) {}

  async run(election: ElectionToStage): Promise<StagedElection> {
    const now = await this.clock.now();
    const round = roundOf(election, now);
    const projects = election.projects.map(() => v7());
    const author = this.entries.of(onTheRoll(STAGED_OFFICERS[0]));
    await this.unitOfWork.run(async (tx) => {
      const [authorId] = await tx.of(ResidentRepository).addAll([author]);
      const pot = { territoryKato: STAGED_TOWN.kato, amountTiyn: election.budgetTiyn };
      await tx.of(RoundRepository).add(round, [pot]);
      for (const [place, project] of election.projects.entries()) {
        const keys = { id: projects[place]!, roundId: round.id, authorId: authorId! };
        const ballotNumber = place + 1;
        await tx.of(ProposalRepository).add(admitted(project, { ...keys, ballotNumber, now }));
      }
    });
    return { roundId: round.id, projects };
  }
}

function roundOf(election: ElectionToStage, { at, today }: Moment): NewRound {
  const { title, year, rule, minimumVotes } = election;
  const hoursOn = (hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);
  return {
    id: v7(),
    territoryKato: STAGED_TOWN.kato,
    year,
    titleKk: title,
    titleRu: title,
    titleEn: title,
    nationalScope: false,
    ...columnsOfBallot(election.ballot),
    rule,
    minimumVotes,
    minimumAge: MINIMUM_AGE,
    costCapTiyn: null,
    replacingAllowed: true,
    secrecy: 'presence' as const,
    intakeFrom: hoursOn(-4),
    intakeUntil: hoursOn(-3),
    reviewUntil: hoursOn(-2),
    votingFrom: at,
    votingUntil: hoursOn(24),
    decisionBy: hoursOn(48),
    ownCalendarAct: null,
    group07SpendingTiyn: null,
    legalBasis: { on: today, outOfScope: 'level-not-named', points: [], warnings: [] },
    copiedFrom: null,
  };
}

interface OnTheBallot {
  readonly id: string;
  readonly roundId: string;
  readonly authorId: string;
  readonly ballotNumber: number;
  readonly now: Moment;
}

function admitted(project: ProjectToStage, place: OnTheBallot): ProposalRecord {
  const { now, ...keys } = place;
  const { title, costTiyn } = project;
  return {
    ...keys,
    ...NOTHING_MORE,
    // One election may be staged many times, and a number is never given twice.
    number: `${place.roundId.slice(-12)}/${project.officialId}`,
    title,
    titleKk: title,
    titleRu: title,
    costTiyn,
    checkedCostTiyn: costTiyn,
    searchText: foldText(title),
    createdAt: now.at,
    submittedAt: now.at,
  };
}

const NOTHING_MORE = {
  state: 'admitted',
  potKato: STAGED_TOWN.kato,
  category: 'greening',
  language: 'kk',
  problem: '',
  idea: '',
  beneficiaries: '',
  address: '',
  latitude: null,
  longitude: null,
  exclusiveGroup: null,
  sealedContact: null,
  correctBy: null,
  version: 1,
} as const;
