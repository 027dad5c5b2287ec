import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Encrypter } from 'age-encryption';
import { openingLine } from '#rules/ledger/opening.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { OpeningReader } from './opening.reader.js';
import { SealedOpeningReader } from './sealed-opening.reader.js';
import { SealedOpeningRepository } from './sealed-opening.repository.js';

/** Encrypts the ballots of a closed round, with their entries and salts, to its auditors' keys. */
@Injectable()
export class SealOpenings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openings: OpeningReader,
    private readonly keys: SealedOpeningReader,
  ) {}

  async run(roundId: string): Promise<void> {
    const encrypter = new Encrypter();
    for (const { recipient } of await this.keys.listKeys(roundId))
      encrypter.addRecipient(recipient);
    const ballots = await this.openings.listStanding(roundId);
    const sealed = Buffer.from(await encrypter.encrypt(ballots.map(openingLine).join('')));
    const digest = createHash('sha256').update(sealed).digest();
    await this.unitOfWork.run((tx) =>
      tx.of(SealedOpeningRepository).add({ roundId, ballots: ballots.length, digest, sealed }),
    );
  }
}
