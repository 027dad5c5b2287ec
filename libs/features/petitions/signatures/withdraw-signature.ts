import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { isPublic } from '#rules/petitions/petition-lifecycle.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { windowRefusal } from './signature.errors.js';
import { SignatureRepository } from './signature.repository.js';

/** A resident takes a signature back while the window is open; one may sign again. */
@Injectable()
export class WithdrawSignature {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError not-found `signature.not_signed` where there is none */
  async run(residentId: string, petitionId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const signatures = tx.of(SignatureRepository);
      const petition = await signatures.getPetition(petitionId);
      if (!petition || !isPublic(petition.state))
        throw new DomainError('not-found', 'petition.not_found');
      const refusal = windowRefusal(petition);
      if (refusal) throw refusal;
      if (!(await signatures.withdraw(petitionId, residentId)))
        throw new DomainError('not-found', 'signature.not_signed');
    });
  }
}
