import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ContactRepository } from './contact.repository.js';

/** Confirmations are kept for a day, to count codes and tries, and no longer. */
@Injectable()
export class ForgetConfirmations {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many were deleted */
  run(): Promise<number> {
    return this.unitOfWork.run((tx) => tx.of(ContactRepository).forgetOld());
  }
}
