import { Injectable } from '@nestjs/common';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import {
  assessSheetEntry,
  type LineMark,
  type SheetStanding,
  standingOfSheet,
} from '#rules/petitions/paper-sheet.js';
import { takesSignatures } from '#rules/petitions/petition-lifecycle.js';
import { checkIin } from '#rules/registry/iin.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork, type Transaction } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
import { PaperSheetReader, type SheetInHand } from './paper-sheet.reader.js';
import { PaperSheetRepository } from './paper-sheet.repository.js';
import { settleSheet } from './settle-sheet.js';

/** A line as a clerk typed it. */
export interface TypedLine {
  readonly mark: string;
  readonly iin: string;
}

interface Reading {
  readonly sheet: SheetInHand;
  readonly actor: Actor;
  readonly lines: readonly { readonly mark: string; readonly who: string | null }[];
  readonly at: Date;
}

/** A clerk enters what a sheet says; another one reads it again, and a third where they differ. */
@Injectable()
export class EnterSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly pseudonyms: Pseudonyms,
    private readonly sheets: PaperSheetReader,
  ) {}

  /** @returns where the sheet stands now */
  async run(
    person: SignedIn,
    sheetId: string,
    typed: readonly TypedLine[],
  ): Promise<SheetStanding['kind']> {
    const sheet = await this.sheets.get(sheetId);
    const actor = actingAs(person, ['clerk'], sheet.territoryPath);
    const { at, today } = await this.clock.now();
    const lines = typed.map(({ mark, iin }) => {
      const check = checkIin(iin, today);
      return { mark, who: check.valid ? this.pseudonyms.of(check.iin).toString('hex') : null };
    });
    return this.unitOfWork.run((tx) => enter(tx, { sheet, actor, lines, at }));
  }
}

async function enter(tx: Transaction, reading: Reading): Promise<SheetStanding['kind']> {
  const { sheet, actor, lines, at } = reading;
  const sheets = tx.of(PaperSheetRepository);
  const locked = await sheets.getForChange(sheet.id);
  if (locked.settledAt !== null) throw new DomainError('conflict', 'sheet.settled');
  const petition = await sheets.lockPetition(locked.petitionId);
  if (!petition.isOpen || !takesSignatures(petition.state))
    throw new DomainError('conflict', 'petition.not_open');
  const entries = await sheets.listEntries(sheet.id);
  const clerkId = actor.personId;
  const earlierClerkIds = entries.map((entry) => entry.clerkId);
  const entry = { clerkId, earlierClerkIds, deputyId: sheet.deputyId, lines };
  assertNoFaults('sheet.invalid', assessSheetEntry({ ...entry, expected: locked.lines }));
  const read = lines.map(({ mark, who }) => ({
    mark: mark as LineMark,
    who: mark === 'signed' ? who : null,
  }));
  const pass = entries.length + 1;
  await sheets.addEntry({ sheetId: sheet.id, pass, clerkId, lines: read, at });
  const standing = standingOfSheet([...entries.map((each) => each.lines), read]);
  if (standing.kind === 'settled') await settleSheet(sheets, { locked, petition, standing, at });
  await tx.of(AuditEntryRepository).add(actor, {
    act: 'petition.sheet_read',
    objectKind: 'petition',
    objectId: locked.petitionId,
    territory: petition.territory,
    after: { sheet: locked.number, pass, settled: standing.kind === 'settled' },
  });
  return standing.kind;
}
