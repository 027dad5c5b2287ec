import { Injectable } from '@nestjs/common';
import { assessSheetsCheck } from '#rules/assemblies/dismissal-sheets.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { type DismissalAsked, RecordDismissalAct } from './record-dismissal-act.js';

export interface CheckedSheets {
  /** Ids of the mandates whose signatures are valid. */
  readonly valid: readonly string[];
  /** What the protocol of the check says beside it; may be empty. */
  readonly protocol: OfficialText;
}

/** The signature sheets are checked and enough: the session comes within its term. */
@Injectable()
export class CheckSheets {
  constructor(private readonly record: RecordDismissalAct) {}

  async run(asked: DismissalAsked, { valid, protocol }: CheckedSheets): Promise<void> {
    await this.record.run(asked, {
      asked: 'confirm-sheets',
      judge: async ({ dismissal, deputies, on }) => ({
        faults: assessSheetsCheck({ deputies, signedBy: dismissal.named, valid, on }),
        act: {
          act: 'confirm-sheets',
          deputies: valid,
          ofDeputies: deputies.length,
          required: deputiesNeededOn(on, deputies.length),
          text: protocol,
        },
      }),
    });
  }
}
