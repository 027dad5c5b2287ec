import { PETITION_BODIES } from '#rules/petitions/addressee.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { AddresseeFields } from '#features/petitions/petitions/petition-fields.js';
import type { FormFields } from '../_frame/form-fields.js';

/**
 * The addressee that a form chose, `992030000:akim-office`.
 *
 * @throws DomainError rule-violated with the fault at the field, where nothing was chosen
 */
export function addresseeIn(fields: FormFields): AddresseeFields {
  const [territory = '', named] = fields.text('addressee').split(':');
  const body = PETITION_BODIES.find((each) => each === named);
  if (body && /^\d{9}$/.test(territory)) return { body, territory };
  const faults = [{ code: 'form.choose_one', field: 'addressee' }];
  throw new DomainError('rule-violated', 'petition.invalid', { faults });
}
