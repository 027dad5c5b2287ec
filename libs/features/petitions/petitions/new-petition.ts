import type { PetitionTexts } from '#rules/petitions/petition-draft.js';
import type { PetitionKind } from '#rules/petitions/petition-kind.js';
import { type AddresseeFields, columnsOf } from './petition-fields.js';
import type { PetitionRecord } from './petition.record.js';

/** What a petition begins with. */
export interface Beginning {
  readonly id: string;
  readonly kind: PetitionKind;
  readonly deputyId: string | null;
  readonly addressee: AddresseeFields;
  readonly texts: PetitionTexts;
  readonly portalUrl: string | null;
  readonly at: Date;
}

const NOTHING = { kk: '', ru: '' };

/** A petition in which nothing is written yet. */
export const NO_TEXTS: PetitionTexts = {
  title: NOTHING,
  text: NOTHING,
  arguments: NOTHING,
  proposals: NOTHING,
};

/** A petition at its beginning: a draft without a number, a threshold and a clock. */
export function newPetition(beginning: Beginning): PetitionRecord {
  const { id, kind, deputyId, addressee, texts, portalUrl, at } = beginning;
  return {
    ...UNDECIDED,
    ...columnsOf(texts),
    id,
    kind,
    deputyId,
    body: addressee.body,
    territoryKato: addressee.territory,
    portalUrl,
    createdAt: at,
  };
}

const UNDECIDED = {
  number: null,
  state: 'draft',
  textDigest: null,
  minimumAge: null,
  required: null,
  threshold: null,
  rulesOn: null,
  checkBy: null,
  lastDay: null,
  noticeBy: null,
  answerBy: null,
  submittedAt: null,
  openedAt: null,
  closesAt: null,
  reachedAt: null,
  version: 1,
} as const;
