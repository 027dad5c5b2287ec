import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AddLines } from './add-lines.js';
import { BudgetDeskReader } from './desk.reader.js';

/**
 * Takes the lines of a file that was shown: all of them, into the draft as it was shown against.
 * Where the draft has changed since, by this very import too, the file is to be shown anew.
 */
@Injectable()
export class TakeImport {
  constructor(
    private readonly desk: BudgetDeskReader,
    private readonly addLines: AddLines,
  ) {}

  /** @returns how many lines were taken */
  async run(officer: SignedIn, budgetId: string, importId: string): Promise<number> {
    const { personId } = officer;
    const waiting = await this.desk.getImport({ id: importId, budgetId, personId });
    const lines = waiting.lines.map(({ number: _row, ...line }) => line);
    const { replaces, version } = waiting;
    await this.addLines.run(officer, budgetId, lines, { replaces, version });
    return lines.length;
  }
}
