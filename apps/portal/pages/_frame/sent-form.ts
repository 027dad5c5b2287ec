import type { FormFaults } from '#platform/views/form.js';
import type { FormFields } from './form-fields.js';

/** A form that comes back: what was typed and what speaks against it. Empty where it is new. */
export interface SentForm {
  readonly fields?: FormFields;
  readonly faults?: FormFaults;
}
