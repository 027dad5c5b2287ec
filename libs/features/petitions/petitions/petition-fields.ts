import { hash } from 'node:crypto';
import { foldText } from '#rules/kernel/fold-text.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { PetitionBody } from '#rules/petitions/addressee.js';
import { PETITION_TEXT_FIELDS, type PetitionTexts } from '#rules/petitions/petition-draft.js';
import type { PetitionRecord } from './petition.record.js';

/** Which body of which territory is addressed. */
export interface AddresseeFields {
  readonly body: PetitionBody;
  readonly territory: string;
}

/** What a deputy writes; a field that is left out stays as it is. */
export type PetitionFields = Partial<PetitionTexts> & { readonly addressee?: AddresseeFields };

type TextColumns = Pick<
  PetitionRecord,
  | 'titleKk'
  | 'titleRu'
  | 'textKk'
  | 'textRu'
  | 'argumentsKk'
  | 'argumentsRu'
  | 'proposalsKk'
  | 'proposalsRu'
>;

/** The texts that stand in a petition's row. */
export function textsOf(row: TextColumns): PetitionTexts {
  return {
    title: { kk: row.titleKk, ru: row.titleRu },
    text: { kk: row.textKk, ru: row.textRu },
    arguments: { kk: row.argumentsKk, ru: row.argumentsRu },
    proposals: { kk: row.proposalsKk, ru: row.proposalsRu },
  };
}

/** The columns of texts, with the text to search in. */
export function columnsOf(texts: PetitionTexts): TextColumns & { readonly searchText: string } {
  const { title, text, arguments: said, proposals } = texts;
  return {
    titleKk: title.kk,
    titleRu: title.ru,
    textKk: text.kk,
    textRu: text.ru,
    argumentsKk: said.kk,
    argumentsRu: said.ru,
    proposalsKk: proposals.kk,
    proposalsRu: proposals.ru,
    searchText: foldText([title.kk, title.ru, text.kk, text.ru].join('\n')),
  };
}

/** The texts after a change. */
export function changedTexts(texts: PetitionTexts, fields: PetitionFields): PetitionTexts {
  const { addressee: _addressee, ...written } = fields;
  return { ...texts, ...written };
}

/** SHA-256 over the texts, written in one way only: what a signer has read is what was submitted. */
export function digestOfTexts(texts: PetitionTexts): Buffer {
  const canonical = PETITION_TEXT_FIELDS.map((field) => languagesOf(texts[field]));
  return hash('sha256', JSON.stringify(canonical), 'buffer');
}

function languagesOf({ kk, ru }: OfficialText): readonly [string, string] {
  return [kk, ru];
}
