import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { NoticeChoiceRepository } from './notice-choice.repository.js';
import type { NoticeChoice } from './notice-kind.js';

/** Somebody says of what and by which way to be told. */
@Injectable()
export class ChooseNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run({ personId }: SignedIn, choices: readonly NoticeChoice[]): Promise<void> {
    await this.unitOfWork.run((tx) => tx.of(NoticeChoiceRepository).set(personId, choices));
  }
}
