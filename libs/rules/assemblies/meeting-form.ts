import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { hasSeats, type VotingBody } from './body-kind.js';

/** A meeting as it is entered. */
export interface MeetingForm {
  readonly kind: VotingBody;
  readonly part: OfficialText | null;
  /** Of a gathering: members of the community on that day; null where unknown yet. */
  readonly members: number | null;
  /** Does the assembly or the council stand in its term on that day? */
  readonly hasBody: boolean;
  readonly agenda: readonly { readonly title: OfficialText }[];
}

/**
 * Faults of the form of a meeting: an assembly in its term, the part named by a separate gathering
 * only, titles in both languages. A meeting may be entered afterwards: its notice tells whether it
 * was lawful.
 *
 * @example assessMeetingForm({ …, kind: 'assembly', hasBody: false })
 * // → [{ code: 'meeting.no_assembly', field: 'kind' }]
 */
export function assessMeetingForm(form: MeetingForm): readonly Fault[] {
  const { kind, hasBody, members } = form;
  const faults: Fault[] = [];
  if (hasSeats(kind) && !hasBody) faults.push({ code: 'meeting.no_assembly', field: 'kind' });
  if (!hasSeats(kind) && members === null)
    faults.push({ code: 'meeting.members_unknown', field: 'members' });
  return [...faults, ...partFaults(form), ...assessTitles(form.agenda)];
}

function partFaults({ kind, part }: MeetingForm): readonly Fault[] {
  if (kind !== 'separate-gathering')
    return part === null ? [] : [{ code: 'meeting.part_not_needed', field: 'part' }];
  const languages = part === null ? ['kk', 'ru'] : missingLanguages(part);
  if (languages.length === 0) return [];
  return [{ code: 'meeting.part_missing', field: 'part', details: { languages } }];
}

/** Titles of agenda items that do not stand in both languages. */
export function assessTitles(agenda: MeetingForm['agenda']): readonly Fault[] {
  return agenda.flatMap(({ title }, place) => {
    const languages = missingLanguages(title);
    if (languages.length === 0) return [];
    const details = { number: place + 1, languages };
    return [{ code: 'agenda.title_missing', field: 'agenda', details }];
  });
}
