import { Injectable } from '@nestjs/common';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../audit-trail/audit-entry.repository.js';
import { faultsOfSwitch, type PortalSwitch } from './portal-switch.js';
import { PortalSwitchRepository } from './portal-switch.repository.js';
import { settingForAll } from './portal-switches.policy.js';

/** The operator sets a stage of load, or switches limits; every portal follows within seconds. */
@Injectable()
export class SetPortalSwitch {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError rule-violated where it is said wrongly, or limits are wanted off in a voting */
  async run(person: SignedIn, setting: PortalSwitch): Promise<void> {
    const actor = settingForAll(person);
    assertNoFaults('switch.invalid', faultsOfSwitch(setting));
    const { name, value, reason } = setting;
    await this.unitOfWork.run(async (tx) => {
      const switches = tx.of(PortalSwitchRepository);
      const before = await switches.findForSetting(name);
      await assertNoVotingWithoutLimits(tx, setting);
      await switches.add(setting, actor.personId);
      await tx.of(AuditEntryRepository).add(actor, {
        act: `portal.${name}_set`,
        objectKind: 'portal',
        objectId: name,
        territory: actor.territory,
        before: before === null ? null : { value: before },
        after: { value, reason },
      });
    });
  }
}

/** Who could vote unnoticed a thousand times would wish for exactly this. */
async function assertNoVotingWithoutLimits(tx: Transaction, setting: PortalSwitch): Promise<void> {
  if (setting.name !== 'limits' || setting.value !== 'off') return;
  if (await tx.of(PortalSwitchRepository).isVotingOpen())
    throw new DomainError('rule-violated', 'switch.limits_during_voting');
}
