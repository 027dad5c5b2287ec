import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Catalogue, type Texts, throwOnMissing } from './catalogue.js';
import { faultsOfRefusal, faultsOfShape, formFaults, WHOLE_FORM } from './form.js';
import { Wording } from './wording.js';

const texts: Texts = new Map([
  ['errors.form.invalid', 'Check what you entered'],
  ['errors.form.too_long', 'Too long'],
  ['errors.proposal.over_cap', 'Above {capTiyn}'],
  ['errors.round.closed', 'Closed on {closedOn}'],
]);
const wording = new Wording(
  new Catalogue({ kk: texts, ru: texts, en: texts }, throwOnMissing),
  'en',
);

describe('form faults', () => {
  it('puts each fault of a refusal at its field, with sums written for people', () => {
    const error = new DomainError('rule-violated', 'proposal.invalid', {
      faults: [
        { field: 'cost', code: 'proposal.over_cap', details: { capTiyn: 6487500000n } },
        { field: 'title', code: 'form.too_long' },
      ],
    });
    const faults = formFaults(faultsOfRefusal(error, wording), wording, ['title', 'cost']);
    expect(faults.summary).toEqual([
      { text: 'Too long', href: '#title' },
      { text: 'Above ₸64,875,000', href: '#cost' },
    ]);
    expect(faults.fields).toEqual({ title: 'Too long', cost: 'Above ₸64,875,000' });
  });

  it('takes a refusal without a list as a fault of the whole form', () => {
    const error = new DomainError('conflict', 'round.closed', { closedOn: '2027-04-24' });
    const faults = faultsOfRefusal(error, wording);
    expect(Object.keys(faults)).toEqual([WHOLE_FORM]);
    expect(formFaults(faults, wording)).toEqual({
      summary: [{ text: 'Closed on 24 April 2027' }],
      fields: {},
    });
  });

  it('knows codes among the messages of class-validator and hides the rest', () => {
    const faults = faultsOfShape(
      { title: ['form.too_long'], idea: ['idea must be a string', 'form.too_long'] },
      wording,
    );
    expect(formFaults(faults, wording).fields).toEqual({
      title: 'Too long',
      idea: 'Check what you entered',
    });
  });
});
