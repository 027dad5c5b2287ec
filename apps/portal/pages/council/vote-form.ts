import type { CouncilVote } from '#rules/participation/council-vote.js';
import type { MemberRow } from '#features/participation/expert-review/council.reader.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';

const SIDES = ['for', 'against', 'abstained'] as const;

/** The votes as the form gives them; a member who is marked absent has not voted. */
export function votesIn(fields: FormFields, members: readonly MemberRow[]): CouncilVote[] {
  return members.flatMap(({ id }): CouncilVote[] => {
    if (fields.has(`conflict-${id}`))
      return [{ memberId: id, vote: 'abstained', hasConflict: true }];
    const vote = SIDES.find((side) => side === fields.text(`vote-${id}`));
    return vote ? [{ memberId: id, vote, hasConflict: false }] : [];
  });
}

/** A row for each member: for, against, abstained or absent, and a tick for a conflict of interest. */
export function memberRows(
  members: readonly MemberRow[],
  fields: FormFields | undefined,
  say: Wording,
) {
  return members.map(({ id, name, post }) => ({
    radios: {
      name: `vote-${id}`,
      legend: name,
      hint: say.official(post).text,
      value: fields?.text(`vote-${id}`) || 'absent',
      choices: [...SIDES, 'absent'].map((value) => ({
        value,
        text: say.t(`review.council.sides.${value}`),
      })),
    },
    conflict: {
      name: `conflict-${id}`,
      checked: fields?.has(`conflict-${id}`) ?? false,
      member: name,
    },
  }));
}
