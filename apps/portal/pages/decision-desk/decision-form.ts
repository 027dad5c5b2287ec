import type { DecisionActFields } from '#features/assemblies/akim-answers/act-on-decision.js';
import { AKIM_ANSWER_ACTS } from './decision-acts.js';
import type { ItemAnswer } from '#rules/assemblies/akim-answer.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';
import { addressOr, textsIn } from '../assembly-desk/typed-fields.js';

/** What the akim says of each decision; one without a mark is left out, and the rule says so. */
export function answersIn(fields: FormFields): readonly ItemAnswer[] {
  return fields.names().flatMap((name) => {
    const item = /^answer(\d{1,3})$/.exec(name)?.[1];
    const kind = fields.text(name);
    if (item === undefined || (kind !== 'agreed' && kind !== 'objection')) return [];
    return [{ item: Number(item), kind, reasons: textsIn(fields, `reasons${item}`) }];
  });
}

/**
 * One step of one decision.
 *
 * @throws DomainError rule-violated `form.choose_one` where no step is named
 */
export function decisionActIn(
  fields: FormFields,
  { minutesId, item }: { readonly minutesId: string; readonly item: string },
): DecisionActFields {
  const act = AKIM_ANSWER_ACTS.find((each) => each === fields.text('act'));
  if (!act) throw new DomainError('rule-violated', 'form.choose_one');
  const number = Number.parseInt(item, 10) || 0;
  const reasons = textsIn(fields, 'reasons');
  return { minutesId, item: number, act, on: null, reasons, link: addressOr(fields, 'link') };
}
