import { Injectable } from '@nestjs/common';
import { ballotRefused, windowRefusal } from '#features/participation/ballots/ballot.errors.js';
import { VoterReader } from '#features/participation/ballots/voter.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { assessVoter } from '#rules/participation/voter-eligibility.js';
import { problemOf } from '#platform/http/problem.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { Page } from '../_frame/page.js';
import { hasOwnPage, presentRefusal } from './refusal.presenter.js';

/**
 * Tells early what the casting would refuse, and shows refusals as pages with a way out. The
 * casting itself decides anew under its locks.
 */
@Injectable()
export class VoteGate {
  constructor(private readonly voters: VoterReader) {}

  /** @throws DomainError rule-violated outside the voting */
  assertOpen(round: RoundRow): void {
    const { votingFrom, votingUntil } = round.calendar;
    const { closedAt, now, today, paperVersion } = round;
    const refusal = windowRefusal({ paperVersion, votingFrom, votingUntil, closedAt, now, today });
    if (refusal) throw refusal;
  }

  /** @throws DomainError rule-violated with every reason why the person may not vote here */
  async assertMayVote(round: RoundRow, personId: string): Promise<void> {
    const voter = await this.voters.find(personId);
    if (!voter) return;
    const rule = { territory: round.territory, voterAge: round.minimumAge };
    const refusals = assessVoter(voter.record, rule, round.today);
    if (refusals.length === 0) return;
    throw ballotRefused(
      refusals.map(({ code, details, wayOut }) => ({ code, details: { ...details, wayOut } })),
    );
  }

  /** Does what a page asks for; a refusal that no change of the ballot can mend becomes a page. */
  async orRefusal(
    page: Page,
    round: RoundRow,
    act: () => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DomainError) || !hasOwnPage(error.code)) throw error;
      const voter = page.person ? await this.voters.find(page.person.personId) : null;
      const model = presentRefusal(error, { round, residence: voter?.place }, page.say);
      return { html: page.render('vote/refusal', model), status: problemOf(error).status };
    }
  }
}
