import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { MinutesActs } from './minutes-acts.js';
import { signMinutes } from './minutes-signing.js';
import { MinutesReader } from './minutes.reader.js';
import { assertCapacity, type Capacity, SignatoryRepository } from './signatory.repository.js';

export interface SigningFields {
  readonly minutesId: string;
  /** Null: the one in which the person signs. */
  readonly capacity: Capacity | null;
  /** Hexadecimal digest of what the person has read; null: not said. */
  readonly digest: string | null;
}

/** The chair, then the secretary sign in a session of their own. */
@Injectable()
export class SignMinutes {
  constructor(
    private readonly acts: MinutesActs,
    private readonly minutes: MinutesReader,
  ) {}

  async run(person: SignedIn, { minutesId, capacity: wished, digest }: SigningFields) {
    const { territory } = await this.minutes.getFor(person, minutesId);
    const { personId } = person;
    const actor = { personId, role: 'signatory', post: POST, territory };
    await this.acts.run(person, { minutesId, actor }, async (inHand) => {
      const { tx, meeting, minutes, place, now } = inHand;
      const signatories = tx.of(SignatoryRepository);
      const capacities = await signatories.capacitiesOf(person, meeting, place.path);
      const capacity = assertCapacity(capacities, wished);
      if (digest !== null && digest !== minutes.digest?.toString('hex'))
        throw new DomainError('stale', 'minutes.text_changed');
      const signedOn = now.today;
      await signMinutes(inHand, { capacity, method: 'session', personId, signedOn, fileId: null });
    });
  }
}

/** The capacity follows from the meeting, not from an office. */
const POST = { kk: 'signatory', ru: 'signatory' };
