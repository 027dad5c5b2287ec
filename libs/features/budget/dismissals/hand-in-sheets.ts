import { Injectable } from '@nestjs/common';
import { assessSheets } from '#rules/assemblies/dismissal-sheets.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import { type DismissalAsked, RecordDismissalAct } from './record-dismissal-act.js';

/** Deputies hand in the signature sheets; their check begins. */
@Injectable()
export class HandInSheets {
  constructor(private readonly record: RecordDismissalAct) {}

  /** @param signedBy ids of the mandates of those on the sheets */
  async run(asked: DismissalAsked, signedBy: readonly string[]): Promise<void> {
    await this.record.run(asked, {
      asked: 'submit-sheets',
      judge: async ({ deputies, on }) => {
        const required = deputiesNeededOn(on, deputies.length);
        return {
          faults: assessSheets({ deputies, signedBy }),
          act: { act: 'submit-sheets', deputies: signedBy, ofDeputies: deputies.length, required },
        };
      },
    });
  }
}
