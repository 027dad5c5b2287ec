import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { Upload } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AssemblyFileRepository } from '../meetings/assembly-file.repository.js';
import { KeepFile } from '../meetings/keep-file.js';
import { MinutesActs } from './minutes-acts.js';
import { signMinutes } from './minutes-signing.js';
import type { Capacity } from './signatory.repository.js';

export interface PaperSigningFields {
  readonly minutesId: string;
  readonly capacity: Capacity;
  readonly signedOn: CivilDate;
  /** The scan of the signed sheet. */
  readonly upload: Upload;
}

/** The secretary enters a signature that was given by hand, with its date and its scan. */
@Injectable()
export class SignOnPaper {
  constructor(
    private readonly acts: MinutesActs,
    private readonly files: KeepFile,
  ) {}

  async run(person: SignedIn, fields: PaperSigningFields): Promise<void> {
    const { minutesId, capacity, signedOn, upload } = fields;
    await this.files.run(upload, (file) =>
      this.acts.run(person, { minutesId }, async (inHand) => {
        const { tx, actor, meeting, now } = inHand;
        const isImpossible = signedOn < meeting.heldOn || signedOn > now.today;
        const fault = { code: 'minutes.signing_day_impossible', field: 'signedOn' };
        assertNoFaults('minutes.invalid', isImpossible ? [fault] : []);
        const added = { territory: meeting.territoryKato, by: actor.personId, at: now.at };
        await tx.of(AssemblyFileRepository).add(file, added);
        const { id: fileId } = file;
        await signMinutes(inHand, { capacity, method: 'wet', personId: null, signedOn, fileId });
      }),
    );
  }
}
