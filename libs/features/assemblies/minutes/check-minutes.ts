import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { type AssessedMinutes, assessMaterial } from './minutes-assessment.js';
import { MinutesActs } from './minutes-acts.js';
import { MinutesRepository } from './minutes.repository.js';

/** The machine's check: the minutes as they would be signed now, with everything against it. */
@Injectable()
export class CheckMinutes {
  constructor(
    private readonly acts: MinutesActs,
    private readonly names: NameReader,
  ) {}

  async run(person: SignedIn, minutesId: string): Promise<AssessedMinutes> {
    return this.acts.run(person, { minutesId }, async ({ tx, minutes, place, now }) => {
      const ground = { overrides: place.overrides, names: this.names };
      const material = await tx.of(MinutesRepository).collect(minutes, ground);
      return assessMaterial(material, now.today);
    });
  }
}
