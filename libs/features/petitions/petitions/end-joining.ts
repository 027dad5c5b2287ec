import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { PetitionActRepository } from './petition-act.repository.js';
import { PETITION_FORWARDED, petitionEvent } from './petition.events.js';
import { PetitionReader } from './petition.reader.js';
import { PetitionRepository } from './petition.repository.js';

const AT_ONCE = 100;

/** Below its threshold at the window's end a petition is forwarded as an ordinary proposal. */
@Injectable()
export class EndJoining {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns how many were forwarded */
  async run(): Promise<number> {
    let forwarded = 0;
    for (const id of await this.petitions.listEnded(AT_ONCE))
      if (await this.forward(id)) forwarded += 1;
    return forwarded;
  }

  private async forward(id: string): Promise<boolean> {
    const { at } = await this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const petition = await petitions.getForChange(id);
      const { valid, reachedAt } = await petitions.getTally(id);
      // A signature may have reached the threshold in the last moment: its event is on the way.
      if (petition.state !== 'open' || reachedAt !== null) return false;
      await petitions.move(petition, 'forward');
      await tx.of(PetitionActRepository).addForwarding(id, at, valid, petition.required!);
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_FORWARDED, id));
      return true;
    });
  }
}
