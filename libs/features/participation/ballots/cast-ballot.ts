import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SEALS_OF_BALLOTS } from '#rules/ledger/ballot-seal.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { assessBallot, type BallotPaper } from '#rules/participation/ballot.js';
import { assessVoter, potsOpenTo } from '#rules/participation/voter-eligibility.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { AcknowledgedBallot, BallotAct, BallotReceipt, PreparedBallot } from './ballot-act.js';
import { BallotBox } from './ballot-box.js';
import { alreadyCast, ballotRefused, otherBody, windowRefusal } from './ballot.errors.js';
import { BallotRepository, type StoredAct, type VoterRow } from './ballot.repository.js';
import { prepareBallot } from './prepare-ballot.js';
import type { RoundPaper } from './round-paper.js';
import { RoundPaperReader } from './round-paper.reader.js';

/**
 * Casts a resident's ballot, or replaces it where the round allows. A ballot with nothing against
 * it takes the hot path; every other act is decided one at a time under locks, which also finds the
 * reason of a refusal.
 */
@Injectable()
export class CastBallot {
  private readonly sealKey: KeyObject;

  constructor(
    private readonly box: BallotBox,
    private readonly papers: RoundPaperReader,
    private readonly unitOfWork: UnitOfWork,
    pseudonyms: Pseudonyms,
  ) {
    this.sealKey = pseudonyms.deriveKey(SEALS_OF_BALLOTS);
  }

  /**
   * @throws DomainError not-found for a round that is not there, unauthenticated for a session that
   * is not alive, rule-violated with all grounds, conflict where a ballot may not be replaced
   */
  async run(act: BallotAct): Promise<AcknowledgedBallot> {
    const round = await this.papers.get(act.roundId);
    const assessed = assessBallot(act.votes, round.paper);
    if (assessed.valid) {
      const cast = await this.box.castFirst(prepareBallot(act, assessed, round, this.sealKey));
      if (cast) return cast;
    }
    return this.decide(act, await this.papers.reload(act.roundId));
  }

  private decide(act: BallotAct, round: RoundPaper): Promise<AcknowledgedBallot> {
    const assessed = assessBallot(act.votes, round.paper);
    const prepared = assessed.valid ? prepareBallot(act, assessed, round, this.sealKey) : null;
    return this.unitOfWork.run(async (transaction) => {
      const ballots = transaction.of(BallotRepository);
      const voter = await ballots.findVoter(act.tokenDigest);
      if (!voter) throw new DomainError('unauthenticated', 'identity.not_signed_in');
      const window = await ballots.getWindow(act.roundId);
      if (!window) throw new DomainError('not-found', 'round.not_found');
      const own = await ballots.getOwn(act.roundId, voter.residentId);
      const repeated = await findRepeated(ballots, act, { voter, own });
      if (repeated) return answerRepeat(repeated, prepared);
      const refusal = windowRefusal(window);
      if (refusal) throw refusal;
      assertMayVote(voter, round, window.today);
      const faults = faultsOf(act, paperFor(voter, round.paper));
      if (!prepared || faults.length > 0) throw ballotRefused(faults);
      return store(ballots, prepared, { voter, own, round });
    });
  }
}

interface OwnAct {
  readonly voter: VoterRow;
  readonly own: StoredAct | null;
}

async function findRepeated(
  ballots: BallotRepository,
  { idempotencyKey: key, roundId }: BallotAct,
  { voter, own }: OwnAct,
): Promise<StoredAct | null> {
  if (key === null) return null;
  if (own?.idempotencyKey === key) return own;
  return ballots.findFormer(roundId, voter.residentId, key);
}

/** The same key with the same ballot gives the same answer, also after the close. */
function answerRepeat(stored: StoredAct, prepared: PreparedBallot | null): AcknowledgedBallot {
  if (!prepared || !stored.digest.equals(Buffer.from(prepared.digest, 'hex'))) throw otherBody();
  return acknowledged(stored, stored.first);
}

function acknowledged(stored: StoredAct, first: boolean): AcknowledgedBallot {
  const leaf = stored.commitment.toString('hex');
  return { first, receipt: { code: stored.receipt, leaf, at: stored.castAt } };
}

function assertMayVote(voter: VoterRow, round: RoundPaper, today: string): void {
  const { bornOn, territoryPath, registeredFrom } = voter;
  const registration = { territoryPath, from: registeredFrom, until: null };
  const refusals = assessVoter({ bornOn, registration }, round.voterRule, today);
  if (refusals.length > 0)
    throw ballotRefused(
      refusals.map(({ code, details, wayOut }) => ({ code, details: { ...details, wayOut } })),
    );
}

/** The paper with the pots that this voter decides on. */
function paperFor(voter: VoterRow, paper: BallotPaper): BallotPaper {
  const open = new Set(potsOpenTo(voter.territoryPath, [...paper.pots.keys()]));
  return { ...paper, pots: new Map([...paper.pots].filter(([kato]) => open.has(kato))) };
}

function faultsOf(act: BallotAct, paper: BallotPaper) {
  const assessed = assessBallot(act.votes, paper);
  return assessed.valid ? [] : assessed.faults;
}

interface Storing extends OwnAct {
  readonly round: RoundPaper;
}

async function store(
  ballots: BallotRepository,
  prepared: PreparedBallot,
  { voter, own, round }: Storing,
): Promise<AcknowledgedBallot> {
  const at = own ? null : await ballots.add(prepared, voter);
  if (at) return { first: true, receipt: receiptOf(prepared, at) };
  // Without an own ballot a moment ago, another act of the same resident has just won the race.
  const stored = own ?? (await ballots.getOwn(round.roundId, voter.residentId));
  return renew(ballots, prepared, { voter, own: stored, round });
}

async function renew(
  ballots: BallotRepository,
  prepared: PreparedBallot,
  { voter, own, round }: Storing,
): Promise<AcknowledgedBallot> {
  if (own?.digest.equals(Buffer.from(prepared.digest, 'hex'))) {
    if (prepared.act.idempotencyKey !== null) await ballots.noteRepeat(prepared, voter, own);
    return acknowledged(own, false);
  }
  if (own && !round.replacingAllowed) throw alreadyCast(own);
  return { first: false, receipt: receiptOf(prepared, await ballots.replace(prepared, voter)) };
}

function receiptOf({ receipt, commitment }: PreparedBallot, at: Date): BallotReceipt {
  return { code: receipt, leaf: commitment, at };
}
