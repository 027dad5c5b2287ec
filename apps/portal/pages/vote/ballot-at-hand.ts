import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BallotDraftReader } from '#features/participation/ballots/ballot-draft.reader.js';
import type { DraftKey } from '#features/participation/ballots/ballot-draft.repository.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Page } from '../_frame/page.js';
import { BallotLayout, type BallotInHand } from './ballot-layout.js';
import { waysOfVote } from './ballot-ways.js';
import { draftKeyOf } from './draft-cookie.js';

/** The ballot that this browser has begun in a round. */
export interface BallotAtHand {
  readonly key: DraftKey;
  readonly hand: BallotInHand;
}

/** Finds the ballot in the making behind a request. */
@Injectable()
export class BallotsAtHand {
  constructor(
    private readonly drafts: BallotDraftReader,
    private readonly layout: BallotLayout,
  ) {}

  async find(request: FastifyRequest, page: Page, round: RoundRow): Promise<BallotAtHand | null> {
    const key = draftKeyOf(request, round.id);
    const draft = key && (await this.drafts.find(key));
    if (!key || !draft) return null;
    const ways = waysOfVote(round.id);
    return { key, hand: await this.layout.lay({ round, draft, ways, person: page.person }) };
  }
}
