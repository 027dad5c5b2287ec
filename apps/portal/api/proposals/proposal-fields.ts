import type { ProposalFields } from '#features/participation/proposals/proposal-fields.js';
import { tiynOf } from '../money.js';
import type { ProposalFieldsDto } from './proposal-fields.dto.js';

/** The fields of a proposal out of their DTO; a text sent as null is emptied. */
export function proposalFieldsOf(body: ProposalFieldsDto): ProposalFields {
  const { cost, category, territory, coordinates, coauthors, language, ...texts } = body;
  return {
    ...textsIn(texts),
    ...(language ? { language } : {}),
    ...(category === undefined ? {} : { category }),
    ...(territory === undefined ? {} : { territory }),
    ...(coordinates === undefined ? {} : { coordinates: coordinates && { ...coordinates } }),
    ...(cost === undefined ? {} : { costTiyn: cost === null ? null : tiynOf(cost) }),
    ...(coauthors ? { coauthors: coauthors.filter((name) => name !== '') } : {}),
  };
}

function textsIn(texts: Readonly<Record<string, string | null | undefined>>) {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined);
  return Object.fromEntries(given.map(([name, text]) => [name, text ?? '']));
}
