import type { AnswerCaseRow, AnswerRow } from '#features/petitions/answers/answer.reader.js';
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
  const attributes = {
    ...textsOf(petition, say),
    ...courseOf(petition),
    rejection: rejectionOf(petition, say),
    government_response: responseOf(answer, say),
    ...placesOf(byPlace, say),
  };
  return { links: { self }, data: { type: 'petition', id: petition.number, attributes } };
}

function textsOf({ title, texts, deputy }: PetitionRow, say: Wording) {
  return {
    action: say.official(title).text,
    background: say.official(texts.text).text,
    additional_details: say.official(texts.arguments).text,
    creator_name: deputy?.name ?? null,
  };
}

function courseOf(petition: PetitionRow) {
  return {
    state: petition.state,
    signature_count: petition.count,
    created_at: iso(petition.createdAt),
    opened_at: iso(petition.openedAt),
    rejected_at: iso(petition.refusal?.at ?? null),
    response_threshold: petition.required,
    response_threshold_reached_at: iso(petition.reachedAt),
    closed_at: iso(petition.closesAt),
  };
}

function rejectionOf({ refusal }: PetitionRow, say: Wording) {
  return refusal && { code: refusal.ground, details: say.official(refusal.reasons).text };
}

function responseOf(answer: AnswerRow | null, say: Wording) {
  return (
    answer && {
      responded_on: answer.decidedOn,
      summary: answer.decision,
      details: say.official(answer.reasons).text,
      created_at: iso(answer.postedAt),
    }
  );
}

function placesOf({ places, hidden, unplaced }: ShownCount, say: Wording) {
  return {
    signatures_by_territory: places.map(({ territory, name, count }) => ({
      name: say.official(name).text,
      code: territory,
      signature_count: count,
    })),
    signatures_too_few_to_show: hidden,
    signatures_unplaced: unplaced,
  };
}
