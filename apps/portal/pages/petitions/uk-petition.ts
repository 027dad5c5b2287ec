import type { AnswerCaseRow } from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { ShownCount } from '../../api/petitions/shown-count.js';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/**
 * A petition in the shape of petition.parliament.uk, which programs of journalists read already:
 * the same names where the ideas are the same, none where they are not.
 */
export function ukPetition(
  petition: PetitionRow,
  { answer }: AnswerCaseRow,
  {
    byPlace,
    self,
    say,
  }: { readonly byPlace: ShownCount; readonly self: string; readonly say: Wording },
) {
  const { places, hidden, unplaced } = byPlace;
  const text = (value: PetitionRow['title']) => say.official(value).text;
  return {
    links: { self },
    data: {
      type: 'petition',
      id: petition.number,
      attributes: {
        action: text(petition.title),
        background: text(petition.texts.text),
        additional_details: text(petition.texts.arguments),
        state: petition.state,
        signature_count: petition.count,
        created_at: iso(petition.createdAt),
        opened_at: iso(petition.openedAt),
        rejected_at: iso(petition.refusal?.at ?? null),
        response_threshold: petition.required,
        response_threshold_reached_at: iso(petition.reachedAt),
        closed_at: iso(petition.closesAt),
        creator_name: petition.deputy?.name ?? null,
        rejection: petition.refusal && {
          code: petition.refusal.ground,
          details: text(petition.refusal.reasons),
        },
        government_response: answer && {
          responded_on: answer.decidedOn,
          summary: answer.decision,
          details: text(answer.reasons),
          created_at: iso(answer.postedAt),
        },
        signatures_by_territory: places.map(({ territory, name, count }) => ({
          name: text(name),
          code: territory,
          signature_count: count,
        })),
        signatures_too_few_to_show: hidden,
        signatures_unplaced: unplaced,
      },
    },
  };
}
