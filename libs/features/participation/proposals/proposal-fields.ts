import { foldText } from '#rules/kernel/fold-text.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { ProposalRecord } from './proposal.record.js';
import type { ProposalChanges } from './proposal.repository.js';

/** What an author writes; a field that is left out stays as it is. */
export interface ProposalFields {
  readonly language?: string;
  readonly title?: string;
  readonly category?: string | null;
  readonly territory?: string | null;
  readonly address?: string;
  readonly coordinates?: Coordinates | null;
  readonly problem?: string;
  readonly idea?: string;
  readonly beneficiaries?: string;
  readonly costTiyn?: Tiyn | null;
  readonly contact?: string;
  /** Full names. */
  readonly coauthors?: readonly string[];
}

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

type WrittenText = Pick<ProposalRecord, 'title' | 'problem' | 'idea' | 'address'>;

/** The columns that given fields change, with the text to search in. */
export function changesBy(fields: ProposalFields, proposal: WrittenText): ProposalChanges {
  const { territory, coordinates, coauthors: _coauthors, contact: _contact, ...plain } = fields;
  const changes: ProposalChanges = {
    ...plain,
    ...(territory === undefined ? {} : { potKato: territory }),
    ...(coordinates === undefined ? {} : placeOf(coordinates)),
  };
  return { ...changes, searchText: searchTextOf({ ...proposal, ...changes }) };
}

/** Everything that people may look for, folded so that any keyboard finds it. */
export function searchTextOf({ title, problem, idea, address }: WrittenText): string {
  return foldText([title, address, idea, problem].join('\n'));
}

function placeOf(coordinates: Coordinates | null) {
  return {
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
  };
}
