import { Injectable } from '@nestjs/common';
import { CheckSheets } from '#features/budget/dismissals/check-sheets.js';
import { DecideOnDismissal } from '#features/budget/dismissals/decide-on-dismissal.js';
import { HandInSheets } from '#features/budget/dismissals/hand-in-sheets.js';
import { LetDismissalLapse } from '#features/budget/dismissals/let-dismissal-lapse.js';
import type { DismissalAsked } from '#features/budget/dismissals/record-dismissal-act.js';
import { StartDismissal } from '#features/budget/dismissals/start-dismissal.js';
import { VoteOnDismissal } from '#features/budget/dismissals/vote-on-dismissal.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';
import { validate as isUuid } from 'uuid';
import type { FormFields } from '../_frame/form-fields.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { type DismissalFormName, FORM_SHAPES } from './dismissal-form.js';

const SIDES = ['for', 'against', 'abstained'] as const;
const VOTE = 'vote-';

/** Does what a form on a dismissal asks for. */
@Injectable()
export class DismissalActing {
  constructor(
    private readonly startDismissal: StartDismissal,
    private readonly handInSheets: HandInSheets,
    private readonly checkSheets: CheckSheets,
    private readonly letDismissalLapse: LetDismissalLapse,
    private readonly voteOnDismissal: VoteOnDismissal,
    private readonly decideOnDismissal: DecideOnDismissal,
  ) {}

  async run(
    name: DismissalFormName,
    given: Omit<DismissalAsked, 'on'>,
    fields: FormFields,
  ): Promise<void> {
    const on = FORM_SHAPES[name].hasDay ? dayIn(fields, 'on') : null;
    const asked = { ...given, on };
    const signed = fields.list('signedBy').filter((id) => isUuid(id));
    const text = { kk: fields.text('textKk'), ru: fields.text('textRu') };
    switch (name) {
      case 'start':
        return this.startDismissal.run(asked, signed);
      case 'sheets':
        return this.handInSheets.run(asked, signed);
      case 'check':
        return this.checkSheets.run(asked, { valid: signed, protocol: text });
      case 'lapse':
        return this.letDismissalLapse.run(asked, { valid: signed, reasons: text });
      case 'vote':
        return this.voteOnDismissal.run(asked, { ...votedIn(fields), text });
      case 'decision':
        return this.decideOnDismissal.run(asked, { ...decisionIn(fields), reasons: text });
    }
  }
}

function votedIn(fields: FormFields) {
  const sessionId = fields.text('session');
  if (!isUuid(sessionId)) throw refused('form.choose_one', 'session');
  return { sessionId, number: fields.text('number'), votes: votesIn(fields) };
}

function votesIn(fields: FormFields): NamedVotes {
  return fields.names().flatMap((name) => {
    const deputyId = name.startsWith(VOTE) ? name.slice(VOTE.length) : '';
    const side = SIDES.find((each) => each === fields.text(name));
    return isUuid(deputyId) && side ? [{ deputyId, side }] : [];
  });
}

function decisionIn(fields: FormFields) {
  const act = (['dismiss', 'keep'] as const).find((each) => each === fields.text('act'));
  if (!act) throw refused('form.choose_one', 'act');
  return { act, number: fields.text('number') };
}

function refused(code: string, field: string): DomainError {
  return new DomainError('rule-violated', 'form.invalid', { faults: [{ code, field }] });
}
