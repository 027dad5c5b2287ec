import type { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import type { ReturnRow } from '#features/participation/expert-review/review-card.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';

export type Remarks = ReturnRow['remarks'];

/** What an officer asks the author to correct now; nothing while the proposal is not returned. */
export async function remarksOf(
  { id, state }: ProposalRow,
  reviews: ProposalReviewReader,
): Promise<Remarks> {
  if (state !== 'returned') return [];
  const { returns } = await reviews.getCard(id);
  const latest = returns.toSorted((left, right) => right.at.getTime() - left.at.getTime())[0];
  return latest?.remarks ?? [];
}
