import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignPetition } from '#features/petitions/signatures/sign-petition.js';
import { duringSession } from './act-as.js';

export interface DemoSigning {
  readonly petitionId: string;
  /** Ids of the residents who sign. */
  readonly signers: readonly string[];
  readonly fromDaysAgo: number;
  readonly untilDaysAgo: number;
}

/** Every so manyth signer of the demo does not want to be named. */
const HIDES = 9;

/**
 * Invented residents sign, and, for the demo alone, the days of their signatures are put back evenly
 * over a span of time.
 */
export async function signDemoPetition(
  app: INestApplicationContext,
  { petitionId, signers, fromDaysAgo, untilDaysAgo }: DemoSigning,
): Promise<void> {
  const signing = app.get(SignPetition, { strict: false });
  const sign = (signer: string, place: number) =>
    duringSession(app, signer, (digest) =>
      signing.run({
        tokenDigest: digest.toString('hex'),
        petitionId,
        nameHidden: place % HIDES === 0,
        textDigest: null,
        idempotencyKey: null,
      }),
    );
  await Promise.all(signers.map(sign));
  const days = [petitionId, fromDaysAgo, untilDaysAgo];
  await app.get(DataSource, { strict: false }).transaction(async (manager) => {
    await manager.query(SPREAD, days);
    await manager.query(REACHED, days.slice(0, 2).with(1, untilDaysAgo));
  });
}

const SPREAD = `
  update signatures set signed_at = clock_timestamp() - make_interval(days => $3::int)
    - make_interval(days => $2::int - $3::int)
      * (1 - number::double precision / (select valid + 1 from petition_tallies where petition_id = $1))
  where petition_id = $1`;

const REACHED = `
  update petition_tallies set reached_at = clock_timestamp() - make_interval(days => $2::int)
  where petition_id = $1 and reached_at is not null`;
