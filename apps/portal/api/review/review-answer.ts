import type { FastifyReply } from 'fastify';
import type { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { entityTagOf } from '#platform/http/entity-tag.js';
import { presentReviewCard, type ReviewCardView } from './review-card.presenter.js';

/** The card as it stands now, with the version that the next act starts from. */
export async function answerWithCard(
  reviews: ProposalReviewReader,
  idOrNumber: string,
  reply: FastifyReply,
): Promise<ReviewCardView> {
  const card = await reviews.getCard(idOrNumber);
  void reply.header('etag', entityTagOf(card.version));
  return presentReviewCard(card);
}
