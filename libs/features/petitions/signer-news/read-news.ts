import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { NewsReadingRepository } from './news-reading.repository.js';

/** A signer has read the news up to the newest one on the page. */
@Injectable()
export class ReadNews {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run({ personId }: SignedIn, until: Date): Promise<void> {
    await this.unitOfWork.run((tx) => tx.of(NewsReadingRepository).set(personId, until));
  }
}
