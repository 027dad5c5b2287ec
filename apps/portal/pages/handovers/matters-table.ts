import type { OpenMatter } from '#features/budget/handovers/handover-row.js';
import type { Wording } from '#platform/views/wording.js';

/** What is open on a desk, with the days that stand against it. */
export function mattersTable(matters: readonly OpenMatter[], caption: string, say: Wording) {
  return {
    caption,
    columns: ['matter', 'due'].map((name) => ({ text: say.t(`handovers.columns.${name}`) })),
    rows: matters.map((matter) => ({
      cells: [
        { text: matterText(matter, say), detail: titleOf(matter, say) },
        { text: matter.dueOn === null ? '–' : say.date(matter.dueOn) },
      ],
    })),
  };
}

function matterText({ kind, number }: OpenMatter, say: Wording): string {
  const name = say.t(`handovers.kinds.${kind}`);
  return number === '' ? name : `${name} ${number}`;
}

/** Duties and meetings are named by their kind, everything else by its own title. */
function titleOf({ title }: OpenMatter, say: Wording): string | undefined {
  const { duty, meeting } = title as { readonly duty?: string; readonly meeting?: string };
  if (duty !== undefined) return say.t(`obligations.kinds.${duty}`);
  if (meeting !== undefined) return say.t(`bodyKinds.${meeting}`);
  return say.official(title).text || undefined;
}
