import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { type Recognised, Roll } from './roll.js';
import { STAND_IN, StandInIdentity } from './stand-in-identity.js';

type Done = (error: unknown, person?: Recognised | null) => void;
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

/** The stand-in as a passport strategy: the door that real providers will use as well. */
@Injectable()
export class StandInStrategy extends PassportStrategy(TypedIinScheme, STAND_IN) {
  constructor(
    private readonly identity: StandInIdentity,
    private readonly roll: Roll,
  ) {
    super();
  }

  async validate(typed: string): Promise<Recognised> {
    return this.roll.recognise(await this.identity.prove(typed));
  }
}
