import { Injectable } from '@nestjs/common';
import { dismissalGroundOf } from '#rules/assemblies/dismissal-ground.js';
import { repeatFrom } from '#rules/assemblies/dismissal-terms.js';
import { assessDismissalStart, deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { HeardReportReader } from '../../assemblies/akim-answers/heard-report.reader.js';
import {
  type DismissalAsked,
  type DismissalTurn,
  RecordDismissalAct,
} from './record-dismissal-act.js';

/** A fifth of the deputies takes the question up; signatures are gathered from then on. */
@Injectable()
export class StartDismissal {
  constructor(
    private readonly record: RecordDismissalAct,
    private readonly reports: HeardReportReader,
  ) {}

  /** @param signedBy ids of the mandates of those who take it up */
  async run(asked: DismissalAsked, signedBy: readonly string[]): Promise<void> {
    await this.record.run(asked, {
      asked: 'start',
      judge: async (turn) => {
        const { deputies, on } = turn;
        const required = deputiesNeededOn(on, deputies.length);
        const start = { ...(await this.factsOf(turn)), deputies, signedBy, on };
        return {
          faults: assessDismissalStart(start),
          act: { act: 'start', deputies: signedBy, ofDeputies: deputies.length, required },
        };
      },
    });
  }

  private async factsOf({ repository, dismissal, on }: DismissalTurn) {
    const { territory, ground, raisedOn } = dismissal;
    const keptOn = await repository.findKeptOn(dismissal);
    const { reports } = await this.reports.getOf(territory, on);
    const ofAkim = reports.filter(({ kind }) => kind === 'akim');
    const heard = ofAkim.map(({ heldOn, approved }) => ({ heardOn: heldOn, approved }));
    const initiativeOn = ground === 'assembly-initiative' ? raisedOn : null;
    const needed = valueOn('akim-dismissal.refused-reports', on);
    return {
      ground: dismissalGroundOf({ reports: heard, initiativeOn }, needed),
      repeatFrom: keptOn === null ? null : repeatFrom(keptOn),
    };
  }
}
