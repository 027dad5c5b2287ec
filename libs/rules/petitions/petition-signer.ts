import { type CivilDate, fullYearsOn } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** What the roll knows about somebody who wants to sign. */
export interface Signer {
  readonly bornOn: CivilDate;
  /** KATO codes from the top down to where the person is registered. */
  readonly territoryPath: readonly string[];
  readonly registeredFrom: CivilDate;
}

/** What a petition asks of a signer. */
export interface SignerRule {
  /** KATO code of the addressed territory. */
  readonly territory: string;
  /** Full years, from the rulebook (`petition.signer-age`), frozen at the opening. */
  readonly minimumAge: number;
}

/**
 * All reasons why somebody may not sign on a day; none means eligible: a resident of the addressed
 * territory on that very day, old enough.
 *
 * @law APPC art. 90-3(1), (4)
 * @example assessSigner(asel, { territory: '391000000', minimumAge: 18 }, '2026-11-21') // → []
 */
export function assessSigner(signer: Signer, rule: SignerRule, on: CivilDate): readonly Fault[] {
  const faults: Fault[] = [];
  const { minimumAge, territory } = rule;
  if (fullYearsOn(signer.bornOn, on) < minimumAge) {
    faults.push({ code: 'signature.under_age', details: { minimumAge } });
  }
  if (!signer.territoryPath.includes(territory)) {
    faults.push({ code: 'signature.registered_elsewhere', details: { territory } });
  } else if (on < signer.registeredFrom) {
    const from = signer.registeredFrom;
    faults.push({ code: 'signature.not_registered_that_day', details: { from } });
  }
  return faults;
}
