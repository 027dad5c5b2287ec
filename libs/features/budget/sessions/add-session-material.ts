import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessMaterial } from '#rules/sessions/session-materials.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionMaterialRepository } from './session-material.repository.js';
import { SessionReader } from './session.reader.js';
import { SessionRepository } from './session.repository.js';

export interface MaterialFields {
  readonly sessionId: string;
  readonly question: number;
  readonly title: OfficialText;
  readonly link: string | null;
  /** Ids of files sent for it. */
  readonly files: readonly string[];
}

/** The secretary gives the deputies, and everybody, a paper on a question of the agenda. */
@Injectable()
export class AddSessionMaterial {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sessions: SessionReader,
  ) {}

  async run(secretary: SignedIn, material: MaterialFields): Promise<void> {
    const id = v7();
    const { sessionId, files, question } = material;
    const actor = asSecretaryOf(secretary, await this.sessions.getMaslikhat(sessionId));
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const session = await tx.of(SessionRepository).getForChange(sessionId);
      const { agenda, state, maslikhat } = session;
      const draft = { ...material, files: files.length };
      const faults = assessMaterial(draft, { questions: agenda.length, state });
      assertNoFaults('maslikhat-session.invalid', faults);
      const handedOn = today;
      await tx.of(SessionMaterialRepository).add({ ...material, id, handedOn, actor, at });
      const enclosing = { object: 'session-material', objectId: id } as const;
      await tx.of(EnclosureRepository).enclose({ ...enclosing, personId: actor.personId }, files);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'session.material_added',
        objectKind: 'session',
        objectId: sessionId,
        territory: maslikhat,
        after: { question, title: material.title, files },
      });
    });
  }
}
