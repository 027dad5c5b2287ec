import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { boundedFetch } from '#platform/http/bounded-fetch.js';

const PATIENCE_MS = 5_000;

/** Sends every checkpoint to a witness, where one is set up: it notices a log that is shown twice. */
@Injectable()
export class TellWitness {
  private readonly logger = new Logger('ledger');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A witness that is away holds nothing up: the next checkpoint says all that this one did. */
  async run(note: string): Promise<void> {
    const { checkpointWebhook: address } = this.config;
    if (address === null) return;
    try {
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await boundedFetch(address, { method: 'POST', headers, body: note, signal });
      if (!answer.ok) this.logger.warn({ status: answer.status }, 'the witness refused');
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'the witness was not reached');
    }
  }
}
