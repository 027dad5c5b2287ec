import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import { missingLanguages } from '#rules/kernel/official-text.js';
import type { DecisionLink, MinutesDraft } from './minutes-draft.js';
import { assessMinutesItem } from './minutes-item-check.js';
import { quorumOf } from './quorum.js';

/** Against what minutes are checked. */
export interface MinutesFacts {
  readonly quorumShare: Fraction;
  /** Objects that exist, by {@link linkKey}. */
  readonly known: ReadonlySet<string>;
  readonly today: CivilDate;
}

/** `linkKey({ kind: 'petition', id: '14' }) // → 'petition:14'` */
export function linkKey({ kind, id }: Pick<DecisionLink, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/**
 * All faults of minutes before they are signed: the statutory fields, the quorum, each agenda item.
 * Minutes of a meeting without a quorum are lawful as long as they decide nothing.
 *
 * @law LSG art. 39-3(10), redaction of 2026-07-01 (`law.md` §3)
 * @example assessMinutes({ ...minutes, secretary: '' }, facts)
 * // → [{ code: 'minutes.secretary_missing', field: 'secretary' }]
 */
export function assessMinutes(minutes: MinutesDraft, facts: MinutesFacts): readonly Fault[] {
  return [
    ...headFaults(minutes, facts.today),
    ...presenceFaults(minutes, facts.quorumShare),
    ...officerFaults(minutes),
    ...itemFaults(minutes, facts),
  ];
}

function headFaults({ heldOn, place, members }: MinutesDraft, today: CivilDate): readonly Fault[] {
  const languages = missingLanguages(place);
  const faults: Fault[] = [];
  if (heldOn > today) faults.push({ code: 'minutes.not_held_yet', field: 'heldOn' });
  if (languages.length > 0)
    faults.push({ code: 'minutes.place_missing', field: 'place', details: { languages } });
  if (!Number.isSafeInteger(members) || members < 1)
    faults.push({ code: 'minutes.members_missing', field: 'members' });
  return faults;
}

function presenceFaults(
  { members, present, hadQuorum }: MinutesDraft,
  share: Fraction,
): readonly Fault[] {
  const unnamed = present.filter(({ fullName }) => fullName.trim() === '').length;
  const different = new Set(present.map(({ memberId }) => memberId)).size;
  const field = 'present';
  const faults: Fault[] = [];
  if (unnamed > 0) faults.push({ code: 'minutes.present_unnamed', field, details: { unnamed } });
  if (different < present.length) faults.push({ code: 'minutes.present_twice', field });
  if (different > members)
    faults.push({
      code: 'minutes.more_present_than_members',
      field,
      details: { present: different, members },
    });
  return hadQuorum ? [...faults, ...quorumFaults(members, different, share)] : faults;
}

function quorumFaults(members: number, present: number, share: Fraction): readonly Fault[] {
  const { met, required, missing } = quorumOf({ members, present }, share);
  if (met) return [];
  const details = { present, required, missing };
  return [{ code: 'minutes.no_quorum', field: 'present', details }];
}

function officerFaults({ chair, secretary }: MinutesDraft): readonly Fault[] {
  const faults: Fault[] = [];
  if (chair.trim() === '') faults.push({ code: 'minutes.chair_missing', field: 'chair' });
  if (secretary.trim() === '')
    faults.push({ code: 'minutes.secretary_missing', field: 'secretary' });
  if (chair.trim() !== '' && chair === secretary)
    faults.push({ code: 'minutes.chair_is_secretary', field: 'secretary' });
  return faults;
}

function itemFaults(minutes: MinutesDraft, facts: MinutesFacts): readonly Fault[] {
  if (minutes.items.length === 0) return [{ code: 'minutes.no_items', field: 'items' }];
  const listed = new Set(minutes.present.map(({ memberId }) => memberId));
  const hall = { ...minutes, listed, quorumShare: facts.quorumShare };
  const isKnown = (link: DecisionLink) => facts.known.has(linkKey(link));
  return minutes.items.flatMap((item, place) =>
    assessMinutesItem(item, hall, isKnown).map((fault) => ({
      ...fault,
      field: 'items',
      details: { ...fault.details, number: place + 1 },
    })),
  );
}
