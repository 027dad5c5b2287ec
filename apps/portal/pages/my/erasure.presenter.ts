import { assessErasure, type PersonTies } from '#rules/registry/erasure.js';
import { getRowOn } from '#rules/rulebook/value-on.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';

export interface ErasureMatter {
  readonly ties: PersonTies;
  readonly today: CivilDate;
  readonly faults?: FormFaults;
}

const GOES = ['name', 'birth', 'contact', 'drafts', 'sessions'] as const;
const STAYS = ['ballots', 'signatures', 'texts', 'acts', 'minutes'] as const;

/** What goes, what stays and why, and what stands against it now. */
export function presentErasure({ ties, today, faults }: ErasureMatter, say: Wording) {
  const against = assessErasure(ties);
  return {
    title: say.t('erasure.title'),
    crumbs: [{ text: say.t('my.title'), path: '/my' }, { text: say.t('erasure.title') }],
    faults,
    goes: GOES.map((name) => say.t(`erasure.goes.${name}`)),
    stays: STAYS.map((name) => ({
      key: say.t(`erasure.stays.${name}.what`),
      value: say.t(`erasure.stays.${name}.why`),
    })),
    against: against.map(({ code, details = {} }) => say.refusal(code, details)),
    isPossible: against.length === 0,
    choices: [{ value: 'yes', text: say.t('erasure.understood') }],
    term: say.t('erasure.term', {
      count: getRowOn('personal-data.account-years', today).value,
    }),
  };
}
