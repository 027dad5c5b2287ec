import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SheetReading } from '#rules/petitions/paper-sheet.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import type { Signer } from '#rules/petitions/petition-signer.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { ADD_PAPER_SIGNATURES, FIND_SIGNERS, LOCK_TALLY } from './add-paper-signatures.sql.js';
import { PaperEntryRecord } from './paper-entry.record.js';
import { PaperLineRecord } from './paper-line.record.js';
import { PaperSheetRecord } from './paper-sheet.record.js';

/** The petition of a sheet, its tally locked. */
export interface LockedPetition {
  readonly state: PetitionState;
  readonly territory: string;
  readonly minimumAge: number;
  readonly isOpen: boolean;
  readonly today: CivilDate;
}

/** Somebody whom a clerk read on paper. */
export interface PaperSigner extends Signer {
  readonly who: string;
  readonly id: string;
  /** Number of the signature that the person has given already. */
  readonly signed: number | null;
}

/** Sheets, readings, and what came of each line. */
export class PaperSheetRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_paper_entries_one_a_clerk: () => new DomainError('conflict', 'sheet.read_before'),
    pk_paper_entries: () => new DomainError('conflict', 'sheet.read_meanwhile'),
  };

  async addAll(sheets: readonly PaperSheetRecord[]): Promise<void> {
    await this.sheets.insert([...sheets]);
  }

  /** The last number given out for a petition; waits for others who give out sheets of it. */
  async getLastNumber(petitionId: string): Promise<number> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [petitionId]);
    return (await this.sheets.maximum('number', { petitionId })) ?? 0;
  }

  /** The sheet, locked until the end of the transaction. */
  async getForChange(id: string): Promise<PaperSheetRecord> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await this.sheets.findOne({ where: { id }, lock });
    if (!found) throw new DomainError('not-found', 'sheet.not_found');
    return found;
  }

  async listEntries(sheetId: string): Promise<PaperEntryRecord[]> {
    const where = { sheetId };
    return this.manager.getRepository(PaperEntryRecord).find({ where, order: { pass: 'ASC' } });
  }

  async addEntry(entry: Omit<PaperEntryRecord, 'lines'> & { lines: SheetReading }): Promise<void> {
    await this.manager
      .getRepository(PaperEntryRecord)
      .insert({ ...entry, lines: [...entry.lines] });
  }

  async lockPetition(id: string): Promise<LockedPetition> {
    const [locked] = (await this.manager.query(LOCK_TALLY, [id])) as LockedPetition[];
    if (!locked) throw new DomainError('conflict', 'petition.not_open');
    return locked;
  }

  async findSigners(petitionId: string, who: readonly string[]): Promise<PaperSigner[]> {
    return this.manager.query(FIND_SIGNERS, [petitionId, who]);
  }

  /** @returns the numbers given, by resident */
  async addSignatures(
    petitionId: string,
    signers: readonly { readonly id: string; readonly receipt: string }[],
  ): Promise<ReadonlyMap<string, number>> {
    const columns = [signers.map(({ id }) => id), signers.map(({ receipt }) => receipt)];
    const rows: { id: string; number: number }[] = await this.manager.query(ADD_PAPER_SIGNATURES, [
      petitionId,
      ...columns,
    ]);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  async settle(sheetId: string, lines: readonly PaperLineRecord[], at: Date): Promise<void> {
    await this.manager.getRepository(PaperLineRecord).insert([...lines]);
    await this.sheets.update({ id: sheetId }, { settledAt: at });
  }

  private get sheets() {
    return this.manager.getRepository(PaperSheetRecord);
  }
}
