import { Injectable } from '@nestjs/common';
import { assessLapse } from '#rules/assemblies/dismissal-lapse.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { type DismissalAsked, RecordDismissalAct } from './record-dismissal-act.js';

export interface LapsedDismissal {
  /** Ids of the mandates whose signatures the check found valid; empty without a check. */
  readonly valid: readonly string[];
  readonly reasons: OfficialText;
}

/** The question has come to nothing: no sheets in time, too few signatures, the akim has left. */
@Injectable()
export class LetDismissalLapse {
  constructor(private readonly record: RecordDismissalAct) {}

  async run(asked: DismissalAsked, { valid, reasons }: LapsedDismissal): Promise<void> {
    await this.record.run(asked, {
      asked: 'lapse',
      judge: async ({ repository, dismissal, deputies, on }) => {
        const { state, stepBy, named } = dismissal;
        const hasAkimLeft = await repository.hasAkimLeft(dismissal, on);
        const found = valid.filter((one) => named.includes(one));
        const lapse = { state, on, stepBy, valid: found, deputies, hasAkimLeft, reasons };
        const required = deputiesNeededOn(on, deputies.length);
        return {
          faults: assessLapse(lapse),
          act: {
            act: 'lapse',
            deputies: found,
            ofDeputies: deputies.length,
            required,
            text: reasons,
          },
        };
      },
    });
  }
}
