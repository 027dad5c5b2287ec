import { Injectable } from '@nestjs/common';
import { nextMinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { auditedMinutes, MinutesActs, type MinutesInHand } from './minutes-acts.js';
import { assessMaterial } from './minutes-assessment.js';
import { digestOfMinutes } from './minutes-digest.js';
import { MinutesRepository } from './minutes.repository.js';
import { RemarkRepository } from './remark.repository.js';

/** The minutes pass the machine's check and are put in the form that both will sign. */
@Injectable()
export class SubmitMinutes {
  constructor(
    private readonly acts: MinutesActs,
    private readonly names: NameReader,
  ) {}

  async run(person: SignedIn, minutesId: string): Promise<void> {
    await this.acts.run(person, { minutesId }, async (inHand) => {
      const { tx, actor, minutes, place, now } = inHand;
      nextMinutesState(minutes.state, 'submit');
      const repository = tx.of(MinutesRepository);
      const material = await repository.collect(minutes, {
        overrides: place.overrides,
        names: this.names,
      });
      const { document, faults } = assessMaterial(material, now.today);
      assertNoFaults('minutes.invalid', [...(await remarkFaults(inHand)), ...faults]);
      const digest = digestOfMinutes(document);
      await repository.move(minutes, 'submit', { document, digest });
      const after = { state: 'to-sign', digest: digest.toString('hex') };
      const audited = auditedMinutes(minutes, 'minutes.submitted', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}

async function remarkFaults({ tx, minutes, now }: MinutesInHand): Promise<readonly Fault[]> {
  const { state, remarksUntil } = minutes;
  const isOpen = state === 'under-remarks' && remarksUntil !== null && now.today <= remarksUntil;
  const open = await tx.of(RemarkRepository).countOpen(minutes.id);
  const faults: Fault[] = [];
  if (isOpen) faults.push({ code: 'minutes.remarks_still_open', details: { until: remarksUntil } });
  if (open > 0) faults.push({ code: 'minutes.remarks_unsettled', details: { open } });
  return faults;
}
