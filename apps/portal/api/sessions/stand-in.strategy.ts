import { HttpException, Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { checkIin } from '#rules/registry/iin.js';
import { ResidentReader, type ResidentRow } from '#features/registry/residents/resident.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';

export const STAND_IN = 'stand-in';

type Done = (error: unknown, person?: ResidentRow | null) => void;
type Verify = (iin: string, done: Done) => void;

/** Takes the typed IIN from the body; a real provider would prove it (eGov, EDS). */
class TypedIinScheme extends passport.Strategy {
  override readonly name = STAND_IN;

  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    const iin = ((request as FastifyRequest).body as { iin?: unknown } | null)?.iin;
    this.verify(typeof iin === 'string' ? iin : '', (error, person) => {
      if (error) this.error(error);
      else if (person) this.success(person);
      else this.fail(401);
    });
  }
}

/** Signs in a demo person by a typed IIN. Proves nothing, so it is refused in production. */
@Injectable()
export class StandInStrategy extends PassportStrategy(TypedIinScheme, STAND_IN) {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly residents: ResidentReader,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: DatabaseClock,
  ) {
    super();
  }

  /** @throws HttpException 422 for a number that is no IIN, 403 where the stand-in is off */
  async validate(typed: string): Promise<ResidentRow> {
    if (!this.config.standInIdentity)
      throw new HttpException({ code: 'identity.stand_in_off' }, 403);
    const { today } = await this.clock.now();
    const check = checkIin(typed, today);
    if (!check.valid) throw new HttpException({ code: check.reason, field: 'iin' }, 422);
    const resident = await this.residents.findByPseudonym(this.pseudonyms.of(check.iin));
    if (!resident) throw new HttpException({ code: 'identity.not_on_the_roll', field: 'iin' }, 422);
    return resident;
  }
}
