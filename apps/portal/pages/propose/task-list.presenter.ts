import type { Wording } from '#platform/views/wording.js';
import type { Remarks } from '../my-proposals/remarks.js';
import type { OwnDraft } from './own-draft.js';
import { lastDayBefore } from './start.presenter.js';
import { questionOf, type Task, tasksOf } from './tasks.js';

/** The task list of a draft, or of a proposal returned to be corrected. */
export function presentTasks(draft: OwnDraft, remarks: Remarks, say: Wording) {
  const { proposal, round } = draft;
  const tasks = tasksOf(
    draft,
    remarks.map(({ field }) => field),
  );
  const lastDay = proposal.correctBy ?? lastDayBefore(round.calendar.intakeUntil);
  const path = `/propose/${proposal.id}`;
  return {
    title: proposal.title || say.t('proposals.untitled'),
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: say.t('proposals.start.title'), path: '/propose' },
      { text: say.t('proposals.tasks.title') },
    ],
    until: say.date(lastDay),
    left: say.daysLeft(lastDay, round.today),
    returned: proposal.state === 'returned',
    number: proposal.number,
    remarks: remarks.map(({ field, remark }) => ({
      key: say.t(`proposals.fields.${field}`),
      value: remark,
      change: `${path}/${questionOf(field)}`,
    })),
    tasks: tasks.map((task) => presentTask(task, path, say)),
    check: `${path}/check`,
    withdraw: proposal.state === 'draft' ? `/my/proposals/${proposal.id}/withdrawal` : undefined,
    link: `/${say.lang}${path}`,
  };
}

function presentTask({ question, state }: Task, path: string, say: Wording) {
  const hint = `proposals.tasks.hints.${question}`;
  return {
    text: say.t(`proposals.questions.${question}`),
    path: `${path}/${question}`,
    state,
    ...(say.has(hint) ? { hint: say.t(hint) } : {}),
  };
}
