import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { PetitionReader } from '../../petitions/petitions/petition.reader.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { AgendaRequestRepository } from './agenda-request.repository.js';

export interface AgendaRequestFields {
  readonly territory: string;
  /** Id or number. */
  readonly petition: string;
  readonly reasons: OfficialText;
}

/** The deputy behind a petition asks that an assembly of the unit takes it up. */
@Injectable()
export class RequestAgendaItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly petitions: PetitionReader,
    private readonly territories: TerritoryReader,
  ) {}

  /** @returns the id of the request */
  async run(person: SignedIn, { territory, petition, reasons }: AgendaRequestFields) {
    const found = await this.petitions.getFor(person, petition);
    if (found.deputyId !== person.personId || found.number === null)
      throw new DomainError('not-found', 'petition.not_found');
    const { kato, path } = await this.territories.get(territory);
    const languages = missingLanguages(reasons);
    const isElsewhere = !path.includes(found.territory) && !found.territoryPath.includes(kato);
    assertNoFaults('agenda.invalid', [
      ...(isElsewhere ? [{ code: 'agenda.petition_elsewhere', field: 'territory' }] : []),
      ...(languages.length > 0
        ? [{ code: 'agenda.reasons_missing', field: 'reasons', details: { languages } }]
        : []),
    ]);
    const { at } = await this.clock.now();
    const id = v7();
    const { id: petitionId } = found;
    const request = { id, territory: kato, petitionId, askedBy: person.personId, at, reasons };
    await this.unitOfWork.run((tx) => tx.of(AgendaRequestRepository).add(request));
    return id;
  }
}
