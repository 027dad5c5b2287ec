import { Injectable } from '@nestjs/common';
import { AnswerReader } from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { SignatureReader } from '#features/petitions/signatures/signature.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { presentPetition, type PetitionView } from './petition.presenter.js';
import { publicCount, wholeCount } from './shown-count.js';

/** Puts together what the API answers about one petition. */
@Injectable()
export class ShownPetition {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly signatures: SignatureReader,
    private readonly answers: AnswerReader,
  ) {}

  /** @throws DomainError not-found `petition.not_found` */
  async get(person: SignedIn | undefined, idOrNumber: string): Promise<PetitionView> {
    const row = await this.petitions.getFor(person, idOrNumber);
    const [byPlace, about] = await Promise.all([
      this.signatures.countByPlace(row.id),
      this.answers.find(row.id),
    ]);
    const count = isOwn(person, row) ? wholeCount(byPlace) : publicCount(byPlace);
    return presentPetition(row, count, about);
  }
}

function isOwn(person: SignedIn | undefined, { deputyId }: PetitionRow): boolean {
  return person !== undefined && person.personId === deputyId;
}
