import { Injectable } from '@nestjs/common';
import { LedgerTurnReader } from './ledger-turn.reader.js';
import { SequenceActs } from './sequence-acts.js';
import { SignCheckpoint } from './sign-checkpoint.js';
import { TellWitness } from './tell-witness.js';

/** Once a minute and at every change of a phase: acts into the log, a checkpoint over it. */
@Injectable()
export class KeepLedger {
  constructor(
    private readonly turns: LedgerTurnReader,
    private readonly sequencing: SequenceActs,
    private readonly signing: SignCheckpoint,
    private readonly witness: TellWitness,
  ) {}

  /** Does nothing where it is not time yet; signs nothing where nothing has happened. */
  async run(): Promise<void> {
    const { minuteOver, phaseChanged } = await this.turns.find();
    if (!minuteOver && !phaseChanged) return;
    const added = await this.sequencing.run();
    if (added > 0 || phaseChanged) await this.witness.run(await this.signing.run());
  }
}
