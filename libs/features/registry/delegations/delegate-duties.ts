import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import {
  assessDelegation,
  assessDelegationStart,
  isDelegable,
} from '#rules/obligations/obligation-owner.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { DelegationReader } from './delegation.reader.js';
import { actorOf, DelegationRepository } from './delegation.repository.js';

export interface DelegationFields {
  readonly role: string;
  readonly territory: string;
  /** Id of the person who stands in. */
  readonly to: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly act: string;
}

/**
 * A holder of a post hands its duties to another official for an absence. The stand-in acts in the
 * holder's role on those days, and every act says so; nobody hands on what was handed to oneself.
 */
@Injectable()
export class DelegateDuties {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly delegations: DelegationReader,
  ) {}

  /** @returns the id of the delegation */
  async run({ personId }: SignedIn, fields: DelegationFields): Promise<string> {
    const id = v7();
    const { at, today } = await this.clock.now();
    const standIns = await this.delegations.listStandIns(personId, fields.territory);
    const { from, until, act } = fields;
    const delegation = { fromPersonId: personId, toPersonId: fields.to, from, until, act };
    await this.unitOfWork.run(async (tx) => {
      const delegations = tx.of(DelegationRepository);
      const post = isDelegable(fields.role)
        ? await delegations.lockOwnPost(personId, fields, today)
        : null;
      if (!post) throw new DomainError('forbidden', 'delegation.not_own_post');
      const isNear = standIns.some((standIn) => standIn.id === fields.to);
      assertNoFaults('delegation.invalid', [
        ...assessDelegation(delegation, await delegations.listOf(personId, post)),
        ...assessDelegationStart(from, today),
        ...(isNear || fields.to === personId ? [] : [NO_STAND_IN]),
      ]);
      await delegations.add(id, delegation, { post, at });
      await tx.of(AuditEntryRepository).add(actorOf(personId, post), {
        act: 'duties.delegated',
        objectKind: 'delegation',
        objectId: id,
        territory: post.territory,
        after: { toPersonId: fields.to, from, until, order: act },
      });
    });
    return id;
  }
}

const NO_STAND_IN: Fault = { code: 'delegation.no_official', field: 'toPersonId' };
