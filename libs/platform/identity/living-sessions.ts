import { Injectable, Logger } from '@nestjs/common';
import { ProofDemands } from './proof-demands.js';
import { termFor } from './session-terms.js';
import { digestOfToken } from './session-token.js';
import { Sessions, SignedInReader } from './sessions.js';
import type { SignedIn } from './signed-in.js';

/** The person behind a token as the rest of a request may see her; using a session keeps it alive. */
@Injectable()
export class LivingSessions {
  private readonly logger = new Logger('sessions');

  constructor(
    private readonly people: SignedInReader,
    private readonly sessions: Sessions,
    private readonly demands: ProofDemands,
  ) {}

  async find(token: string): Promise<SignedIn | null> {
    const digest = digestOfToken(token);
    const found = await this.people.find(digest);
    if (!found) return null;
    const person = this.demands.admit(found);
    if (!found.session?.usedLately) await this.keep(digest, person);
    return person;
  }

  /** Reading goes on where nothing can be written. */
  private async keep(digest: Buffer, person: SignedIn): Promise<void> {
    try {
      await this.sessions.keep(digest, termFor(person));
    } catch (error) {
      this.logger.warn(`The use of a session could not be noted: ${String(error)}`);
    }
  }
}
