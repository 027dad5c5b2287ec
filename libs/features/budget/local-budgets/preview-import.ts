import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assessLine, type BudgetLine } from '#rules/budgets/budget-draft.js';
import { type LineTable, readLineTable, type TableRow } from '#rules/budgets/line-table.js';
import { assessOrigins, type LineOrigin } from '#rules/budgets/line-origin.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import { ImportRepository } from './import.repository.js';
import { LineOriginReader } from './line-origin.reader.js';

export interface TableSent {
  readonly budgetId: string;
  readonly rows: readonly TableRow[];
  /** The lines that are there make room. */
  readonly replaces: boolean;
}

/** What a file would do; `id` is null where it has faults and cannot be taken. */
export interface ImportPreview extends LineTable {
  readonly id: string | null;
}

/** Reads a file of lines against a draft and says every fault by row; the draft stays as it is. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
    private readonly origins: LineOriginReader,
  ) {}

  async run(officer: SignedIn, { budgetId, rows, replaces }: TableSent): Promise<ImportPreview> {
    const { territoryPath, version } = await this.budgets.get(budgetId);
    asDrafter(officer, territoryPath);
    const table = readLineTable(rows);
    const onRecord = await this.origins.resolve(originsOf(table.lines), territoryPath);
    const lines = table.lines.map((line) => ({ ...line, origin: onRecord.canonical(line.origin) }));
    const taken = await this.origins.listTaken(originsOf(lines), replaces ? budgetId : null);
    const faults = inRows([
      ...table.faults,
      ...lines.flatMap(assessLine),
      ...assessOrigins(lines, onRecord.isThere),
      ...lines.filter((line) => isTaken(line, taken)).map(takenFault),
    ]);
    if (faults.length > 0) return { id: null, lines, faults };
    const id = v7();
    const { personId } = officer;
    const { at } = await this.clock.now();
    await this.unitOfWork.run((tx) =>
      tx.of(ImportRepository).keep({ id, budgetId, personId, version, replaces, lines }, at),
    );
    return { id, lines, faults };
  }
}

function originsOf(lines: readonly BudgetLine[]): readonly LineOrigin[] {
  return lines.map(({ origin }) => origin);
}

function isTaken({ origin }: BudgetLine, taken: readonly LineOrigin[]): boolean {
  return taken.some(({ kind, id }) => kind === origin.kind && id === origin.id);
}

function takenFault({ number }: BudgetLine): Fault {
  return { code: 'budget.origin_taken_by_line', field: 'file', details: { line: number } };
}

/** As the person reads the file: row by row, all of them at the field of the file. */
function inRows(faults: readonly Fault[]): readonly Fault[] {
  const rowOf = ({ details }: Fault) => Number(details?.['line'] ?? 0);
  return faults
    .map((fault) => ({ ...fault, field: 'file' }))
    .toSorted((a, b) => rowOf(a) - rowOf(b));
}
