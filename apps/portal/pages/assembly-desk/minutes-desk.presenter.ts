import type { AssessedMinutes } from '#features/assemblies/minutes/minutes-assessment.js';
import type { MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import { isFrozen, possibleMinutesActs } from '#rules/assemblies/minutes-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName } from '../assemblies/meeting-line.presenter.js';
import { minutesTag } from '../assemblies/minutes.presenter.js';
import { remarkLine } from '../assemblies/remarks.presenter.js';

export interface MinutesOnDesk {
  readonly minutes: MinutesRow;
  /** What the machine found; null once the text is fixed. */
  readonly check: AssessedMinutes | null;
  readonly sent: SentForm;
}

/** Steps that need nothing but a button; signatures have a page of their own. */
const STEPS = ['ask-for-remarks', 'submit', 'revise', 'send', 'publish'] as const;
const ERRATUM = ['item', 'wasKk', 'wasRu', 'becomesKk', 'becomesRu', 'reasonKk', 'reasonRu'];

/** Minutes on the secretary's desk: what is wrong with them, and the next step. */
export function presentMinutesDesk({ minutes, check, sent }: MinutesOnDesk, say: Wording) {
  const { id, state, number, dueOn, meetingId } = minutes;
  const path = `/assembly-desk/minutes/${id}`;
  const acts = possibleMinutesActs(state);
  return {
    title: say.t('assemblies.paper.title', { number }),
    caption: `${meetingName(minutes, say)}, ${say.date(minutes.heldOn)}`,
    tag: minutesTag(state, say),
    due: say.t('assemblyDesk.minutes.due', { day: say.date(dueOn) }),
    path,
    faults: sent.faults,
    check: check && {
      isClean: check.faults.length === 0,
      faults: check.faults.map(({ code, details }) => say.refusal(code, details)),
    },
    writing: state === 'draft' ? `/assembly-desk/meetings/${meetingId}/writing` : undefined,
    read: minutes.document === null ? undefined : `/minutes/${id}`,
    sign: acts.some((act) => act.startsWith('sign-as')) ? `/minutes/${id}/signature` : undefined,
    steps: STEPS.filter((step) => acts.includes(step)).map((step) => ({
      step,
      text: say.t(`assemblyDesk.minutes.steps.${step}`),
      kind: step === 'revise' ? 'secondary' : undefined,
    })),
    remarks: minutes.remarks.map((remark) => ({
      ...remarkLine(remark, say),
      id: remark.id,
      action: `${path}/remarks/${remark.id}`,
    })),
    remarksUntil: remarksUntil(minutes, say),
    takesErrata: isFrozen(state),
    values: Object.fromEntries(ERRATUM.map((name) => [name, sent.fields?.text(name) ?? ''])),
  };
}

function remarksUntil({ state, remarksUntil: until }: MinutesRow, say: Wording) {
  if (state !== 'under-remarks' || until === null) return undefined;
  return say.t('assemblyDesk.minutes.remarksUntil', { day: say.date(until) });
}
