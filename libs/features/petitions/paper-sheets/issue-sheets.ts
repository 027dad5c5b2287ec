import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { takesSignatures } from '#rules/petitions/petition-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { PetitionReader } from '../petitions/petition.reader.js';
import { PaperSheetRepository } from './paper-sheet.repository.js';

/** Lines on a sheet, so that they are wide enough to write on; no law's. */
const LINES = 10;
const MOST_AT_ONCE = 50;

/** The deputy takes sheets for signatures on paper, each with its own serial number. */
@Injectable()
export class IssueSheets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly petitions: PetitionReader,
  ) {}

  /** @returns the numbers of the sheets */
  async run(person: SignedIn, petitionId: string, wished: number): Promise<number[]> {
    const petition = await this.petitions.getFor(person, petitionId);
    if (petition.deputyId !== person.personId)
      throw new DomainError('not-found', 'petition.not_found');
    if (!takesSignatures(petition.state)) throw new DomainError('conflict', 'petition.not_open');
    const actor = actingAs(person, ['deputy'], petition.territoryPath);
    const count = Math.min(Math.max(1, Math.trunc(wished)), MOST_AT_ONCE);
    const { at: issuedAt } = await this.clock.now();
    const ids = Array.from({ length: count }, () => v7());
    return this.unitOfWork.run(async (tx) => {
      const sheets = tx.of(PaperSheetRepository);
      const last = await sheets.getLastNumber(petition.id);
      const issued = { petitionId: petition.id, lines: LINES, issuedBy: person.personId, issuedAt };
      const rows = ids.map((id, place) => {
        const number = last + place + 1;
        return { ...issued, id, number, settledAt: null };
      });
      await sheets.addAll(rows);
      const numbers = rows.map(({ number }) => number);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'petition.sheets_issued',
        objectKind: 'petition',
        objectId: petition.id,
        territory: petition.territory,
        after: { numbers },
      });
      return numbers;
    });
  }
}
