import { LessThan } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { AuthorLoad } from '#rules/participation/proposal-author.js';
import { nextState, type ProposalAct } from '#rules/participation/proposal-lifecycle.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { nextYearlyNumber } from '#platform/persistence/yearly-number.js';
import { ProposalRecord } from './proposal.record.js';

export type ProposalChanges = Partial<
  Omit<ProposalRecord, 'id' | 'roundId' | 'authorId' | 'version'>
>;

/** Proposals, one at a time and locked; the round above them is locked first. */
export class ProposalRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_proposals_ballot_number: () => new DomainError('conflict', 'proposal.ballot_number_taken'),
  };

  async add(proposal: ProposalRecord): Promise<void> {
    await this.records.insert(proposal);
  }

  /** The round of a proposal, to be locked before the proposal itself. */
  async getRoundId(id: string): Promise<string> {
    const found = await this.records.findOne({ where: { id }, select: { roundId: true } });
    if (!found) throw notFound();
    return found.roundId;
  }

  /** The proposal, locked until the end of the transaction. */
  async getForChange(id: string): Promise<ProposalRecord> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await this.records.findOne({ where: { id }, lock });
    if (!found) throw notFound();
    return found;
  }

  /** Stores changed fields under the next version and returns the proposal as it is now. */
  async change(proposal: ProposalRecord, changes: ProposalChanges): Promise<ProposalRecord> {
    const version = proposal.version + 1;
    await this.records.update({ id: proposal.id }, { ...changes, version });
    return { ...proposal, ...changes, version };
  }

  /**
   * Moves a proposal along its life cycle, with what changes at the same time.
   *
   * @throws DomainError conflict `proposal.act_not_possible`
   */
  async move(
    proposal: ProposalRecord,
    act: ProposalAct,
    changes: Omit<ProposalChanges, 'state'> = {},
  ): Promise<ProposalRecord> {
    return this.change(proposal, { ...changes, state: nextState(proposal.state, act) });
  }

  /** A draft leaves no trace: nobody but its author has relied on it. */
  async removeDraft(id: string): Promise<void> {
    await this.records.delete({ id, state: 'draft' });
  }

  /** What an author has under way; waits for the author's other transactions. */
  async countLoad(authorId: string, roundId: string): Promise<AuthorLoad> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [authorId]);
    const [load] = (await this.manager.query(COUNT_LOAD, [authorId, roundId])) as [AuthorLoad];
    return load;
  }

  /** Returned proposals whose last day for corrections is over. */
  async listUncorrected(today: CivilDate, limit: number): Promise<string[]> {
    const found = await this.records.find({
      where: { state: 'returned', correctBy: LessThan(today) },
      select: { id: true },
      order: { id: 'ASC' },
      take: limit,
    });
    return found.map(({ id }) => id);
  }

  /** The next number of a year, `2027-0417`. */
  nextNumber(year: number): Promise<string> {
    return nextYearlyNumber(this.manager, 'proposal_numbers', year);
  }

  private get records() {
    return this.manager.getRepository(ProposalRecord);
  }
}

const COUNT_LOAD = `
  select (count(*) filter (where round_id = $2 and state = 'draft'))::int as "openDrafts",
    (count(*) filter (where round_id = $2
      and state not in ('draft', 'withdrawn', 'lapsed')))::int as submitted,
    (count(*) filter (where created_at > clock_timestamp() - interval '24 hours'))::int as "begunLately"
  from proposals where author_id = $1`;

function notFound(): DomainError {
  return new DomainError('not-found', 'proposal.not_found');
}
