import { Injectable } from '@nestjs/common';
import { VoterReader } from '#features/participation/ballots/voter.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SignerNewsReader } from '#features/petitions/signer-news/signer-news.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { MyMatter } from './my.presenter.js';

const ROUNDS_SHOWN = 20;

/** Gathers what concerns a person: rounds at home, votes, proposals, news of signed petitions. */
@Injectable()
export class MyMatters {
  constructor(
    private readonly rounds: RoundReader,
    private readonly voters: VoterReader,
    private readonly proposals: ProposalReader,
    private readonly news: SignerNewsReader,
  ) {}

  async of(person: SignedIn): Promise<Omit<MyMatter, 'otherSessions'>> {
    const { personId } = person;
    const [voter, rounds, voted, proposals, unreadNews] = await Promise.all([
      this.voters.find(personId),
      this.rounds.listTouching(residenceOf(person), ROUNDS_SHOWN),
      this.voters.listVotedRounds(personId),
      this.proposals.listOwn(personId),
      this.news.countUnread(personId),
    ]);
    return { person, voter, rounds, voted, proposals, unreadNews };
  }
}

function residenceOf({ roles }: SignedIn): readonly string[] {
  return roles.find(({ role }) => role === 'resident')?.territoryPath ?? [];
}
