import type { ResultDecision, Strike } from '#rules/participation/result-decision.js';
import type { FormFields } from '../_frame/form-fields.js';

/** The Council's decision as the form on the page of the count gives it. */
export function decisionIn(fields: FormFields): ResultDecision {
  return { ...protocolIn(fields), strikes: strikesIn(fields) };
}

/** Number and text of a protocol. */
export function protocolIn(fields: FormFields): Pick<ResultDecision, 'protocolNumber' | 'text'> {
  const text = { kk: fields.text('kk'), ru: fields.text('ru') };
  return { protocolNumber: fields.text('protocolNumber'), text };
}

/** Only ticked projects are struck, whatever else was typed beside them. */
function strikesIn(fields: FormFields): readonly Strike[] {
  return fields
    .names()
    .flatMap((name) => /^strike-(\d{1,5})$/.exec(name)?.[1] ?? [])
    .filter((number) => fields.text(`strike-${number}`) !== '')
    .map((number) => ({
      number: Number(number),
      ground: fields.text(`ground-${number}`),
      text: { kk: fields.text(`kk-${number}`), ru: fields.text(`ru-${number}`) },
    }));
}
