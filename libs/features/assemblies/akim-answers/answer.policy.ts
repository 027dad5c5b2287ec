import type { AkimAnswerAct } from '#rules/assemblies/akim-answer-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Whose act it is: the unit's own akim or secretary, or somebody of the units above. */
interface ActorRule {
  readonly role: 'akim' | 'secretary' | 'maslikhat-secretary';
  readonly where: 'own' | 'above';
}

const WHO: Readonly<Record<AkimAnswerAct, ActorRule>> = {
  agree: { role: 'akim', where: 'own' },
  object: { role: 'akim', where: 'own' },
  yield: { role: 'secretary', where: 'own' },
  insist: { role: 'secretary', where: 'own' },
  discuss: { role: 'maslikhat-secretary', where: 'above' },
  confirm: { role: 'akim', where: 'above' },
  'set-aside': { role: 'akim', where: 'above' },
  execute: { role: 'akim', where: 'own' },
  'record-not-executed': { role: 'secretary', where: 'own' },
};

/** Roles that may act on decisions at all. */
export const DECISION_ROLES = ['akim', 'secretary', 'maslikhat-secretary'] as const;

/**
 * Who may do this act on a decision of a unit: the akim objected to never confirms or sets aside.
 *
 * @param territoryPath KATO codes from the top down to the unit
 * @throws DomainError forbidden `identity.role_needed`
 */
export function actingOnDecision(
  person: SignedIn,
  act: AkimAnswerAct,
  territoryPath: readonly string[],
): Actor {
  const { role } = WHO[act];
  const path = pathOf(act, territoryPath);
  if (path.length === 0)
    throw new DomainError('forbidden', 'identity.role_needed', { roles: [role] });
  return actingAs(person, [role], path);
}

/** May the person do this act on a decision of a unit? Where a page shows what can be done. */
export function mayActOnDecision(
  person: SignedIn,
  act: AkimAnswerAct,
  territoryPath: readonly string[],
): boolean {
  const path = pathOf(act, territoryPath);
  return person.roles.some(
    ({ role, territory }) => role === WHO[act].role && path.includes(territory),
  );
}

/** Units whose office may act: the unit itself, or those above it. */
function pathOf(act: AkimAnswerAct, territoryPath: readonly string[]): readonly string[] {
  return WHO[act].where === 'own' ? territoryPath.slice(-1) : territoryPath.slice(0, -1);
}
