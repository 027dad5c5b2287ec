import { Injectable } from '@nestjs/common';
import type { Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { type DismissalAsked, RecordDismissalAct } from './record-dismissal-act.js';

export interface SuperiorDecision {
  readonly act: 'dismiss' | 'keep';
  /** Of the superior akim's act, as it calls itself. */
  readonly number: string;
  readonly reasons: OfficialText;
}

/** The superior akim dismisses, or keeps the akim with reasons; a repeated decision binds him. */
@Injectable()
export class DecideOnDismissal {
  constructor(private readonly record: RecordDismissalAct) {}

  async run(asked: DismissalAsked, decision: SuperiorDecision): Promise<void> {
    const { act, number, reasons } = decision;
    await this.record.run(asked, {
      asked: act,
      judge: async () => ({
        faults: faultsOf(decision),
        act: { act, actNumber: number, text: reasons },
      }),
    });
  }
}

function faultsOf({ act, number, reasons }: SuperiorDecision): readonly Fault[] {
  const languages = missingLanguages(reasons);
  const faults: Fault[] = [];
  if (number.trim() === '') faults.push({ code: 'dismissal.act_number_missing', field: 'number' });
  if (act === 'keep' && languages.length > 0)
    faults.push({ code: 'dismissal.reasons_missing', field: 'reasons', details: { languages } });
  return faults;
}
