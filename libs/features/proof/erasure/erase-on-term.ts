import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { ErasePerson } from './erase-person.js';
import { ErasureReader } from './erasure.reader.js';

const PEOPLE_AT_ONCE = 500;

/** Whoever has not come for as long as the rulebook says is erased, once nothing stands against it. */
@Injectable()
export class EraseOnTerm {
  constructor(
    private readonly reader: ErasureReader,
    private readonly clock: DatabaseClock,
    private readonly erasePerson: ErasePerson,
  ) {}

  async run(): Promise<void> {
    const { today } = await this.clock.now();
    const years = valueOn('personal-data.account-years', today);
    for (const personId of await this.reader.listAway(years, PEOPLE_AT_ONCE))
      await this.erasePerson.run(personId, 'term').catch(unlessTied);
  }
}

/** Somebody tied to acts under way waits for the next turn. */
function unlessTied(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'erasure.not_now')) throw error;
}
