import { diffWordsWithSpace } from 'diff';
import type { MilestoneRow, ScopeChangeRow } from '#features/budget/works/works-row.js';
import type { Wording } from '#platform/views/wording.js';
import { presentSiteFiles } from './site-files.js';

const PATIENCE_MS = 300;

/** How far the works were on a day, with photos of that day. */
export function presentMilestone(milestone: MilestoneRow, say: Wording) {
  const { on, percent, paidTiyn, finishBy, delayReason, place, note, post } = milestone;
  const day = say.date(finishBy);
  const where = place === '' ? say.t('works.site') : place;
  return {
    day: say.date(on),
    progress: say.t('works.progress', { percent, sum: say.money(paidTiyn) }),
    finish:
      delayReason === null
        ? say.t('works.keeps', { day })
        : say.t('works.moved', { day, reason: say.t(`works.delays.${delayReason}`) }),
    isLate: delayReason !== null,
    note,
    place,
    geo: geoOf(milestone),
    post: say.official(post).text,
    ...presentSiteFiles(
      milestone.enclosures,
      say.t('works.photoOf', { day: say.date(on), place: where }),
      say,
    ),
  };
}

/** What changes, word by word, in the reader's language. */
export function presentScopeChange(change: ScopeChangeRow, isAuthor: boolean, say: Wording) {
  const { id, before, after, reason, seenAt, at, post } = change;
  const [was, becomes] = [say.official(before).text, say.official(after).text];
  return {
    id,
    at: say.date(at),
    post: say.official(post).text,
    parts: partsBetween(was, becomes),
    reason: say.official(reason).text,
    seen: seenAt ? say.t('works.seen', { day: say.date(seenAt) }) : say.t('works.notSeen'),
    canMark: isAuthor && seenAt === null,
  };
}

/** Texts that differ too much to be compared in time stand one after the other. */
function partsBetween(was: string, becomes: string) {
  const parts = diffWordsWithSpace(was, becomes, { timeout: PATIENCE_MS });
  if (!parts)
    return [
      { text: was, removed: true },
      { text: becomes, added: true },
    ];
  return parts.map(({ value: text, added, removed }) => ({ text, added, removed }));
}

function geoOf({ latitude, longitude }: MilestoneRow): string | null {
  return latitude === null || longitude === null ? null : `geo:${latitude},${longitude}`;
}
