import type { DomainError, Fault } from '#rules/kernel/domain-error.js';
import type { TextParams } from './catalogue.js';
import type { Wording } from './wording.js';

/** One fault of a field: the key of its text and the values in it. */
export interface FieldFault {
  readonly key: string;
  readonly params: TextParams;
}

/** Faults by field; those of the whole form stand under `WHOLE_FORM`. */
export type FieldFaults = Readonly<Record<string, readonly FieldFault[]>>;

export const WHOLE_FORM = '';

/** What templates take: the summary on top and one message a field. */
export interface FormFaults {
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The faults of a refusal, each at its field; a refusal without a list is a fault of the whole form.
 *
 * @example faultsOfRefusal(new DomainError('rule-violated', 'proposal.invalid', { faults }), wording)
 */
export function faultsOfRefusal(error: DomainError, wording: Wording): FieldFaults {
  const listed = error.details['faults'];
  const faults = Array.isArray(listed) ? (listed as Fault[]) : [];
  const all = faults.length > 0 ? faults : [{ code: error.code, details: error.details }];
  return grouped(all, wording);
}

/**
 * The grouped messages of class-validator. A message that is a code (`form.too_long`) keeps its own
 * text; any other is written for programmers and becomes the general sentence.
 */
export function faultsOfShape(
  messages: Readonly<Record<string, readonly string[]>>,
  wording: Wording,
): FieldFaults {
  const faults = Object.entries(messages).map(([field, [first = '']]): Fault => {
    const known = wording.has(`errors.${first}`);
    return { field, code: known ? first : 'form.invalid' };
  });
  return grouped(faults, wording);
}

/** The texts of the faults, in the order of the fields on the page. */
export function formFaults(
  faults: FieldFaults,
  wording: Wording,
  order: readonly string[] = [],
): FormFaults {
  const names = inOrder(Object.keys(faults), order);
  const say = ({ key, params }: FieldFault) => wording.t(key, params);
  const summary = names.flatMap((name) =>
    (faults[name] ?? []).map((fault) => ({ text: say(fault), ...anchorOf(name) })),
  );
  const fields = names
    .filter((name) => name !== WHOLE_FORM)
    .map((name) => [name, (faults[name] ?? []).map(say).join(' ')]);
  return { summary, fields: Object.fromEntries(fields) as Record<string, string> };
}

function grouped(faults: readonly Fault[], wording: Wording): FieldFaults {
  const byField: Record<string, FieldFault[]> = {};
  for (const { field = WHOLE_FORM, code, details = {} } of faults) {
    const list = (byField[field] ??= []);
    list.push({ key: `errors.${code}`, params: wording.spoken(details) });
  }
  return byField;
}

function inOrder(names: readonly string[], order: readonly string[]): string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((left, right) => rank(left) - rank(right));
}

/** The control carries its field's name as id; a dot or bracket is no trouble in an id. */
function anchorOf(field: string): { href?: string } {
  return field === WHOLE_FORM ? {} : { href: `#${field}` };
}
