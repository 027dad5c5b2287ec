import type { DataSource } from 'typeorm';
import { NameReader } from '#features/registry/residents/name.reader.js';
import { ResidentReader } from '#features/registry/residents/resident.reader.js';
import { ResidentSignedInReader } from '#features/registry/residents/signed-in.reader.js';
import type { Config } from '#platform/config/config.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { proofByProgram, Sessions } from '#platform/identity/sessions.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { CommandFailed } from './command-failed.js';

/**
 * The person whom a command acts for, with the roles held today.
 *
 * @throws CommandFailed where nobody on the roll has this IIN
 */
export async function findPersonByIin(
  config: Config,
  dataSource: DataSource,
  iin: string,
): Promise<SignedIn> {
  const pseudonym = Pseudonyms.fromFile(config.pepperFile, false).of(iin);
  const resident = await new ResidentReader(dataSource).findByPseudonym(pseudonym);
  if (!resident) throw new CommandFailed('Nobody on the roll has this IIN');
  const names = new NameReader(PersonalKeys.fromFile(config.personKeyFile, false));
  const sessions = new Sessions(dataSource);
  const token = await sessions.open({ personId: resident.id, proof: proofByProgram('command') });
  try {
    return (await new ResidentSignedInReader(dataSource, names).find(digestOfToken(token)))!;
  } finally {
    await sessions.revoke(token);
  }
}
