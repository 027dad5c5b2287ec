import { makeMinutes } from '#rules/assemblies/make-minutes.js';
import { minutesAsDraft } from '#rules/assemblies/minutes-as-draft.js';
import { assessMinutes, linkKey } from '#rules/assemblies/minutes-check.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type MinutesMaterial, sourceOf } from './minutes-source.js';

/** Minutes as they would be signed now, and everything that still speaks against it. */
export interface AssessedMinutes {
  readonly document: MinutesDocument;
  readonly faults: readonly Fault[];
}

/** The machine's check of minutes before they are signed. */
export function assessMaterial(material: MinutesMaterial, today: CivilDate): AssessedMinutes {
  const source = sourceOf(material);
  const document = makeMinutes(source);
  const known = new Set([...material.objects.values()].map(linkKey));
  const facts = { quorumShare: source.share, known, today };
  const faults = [...assessMinutes(minutesAsDraft(document), facts), ...conflictFaults(material)];
  return { document, faults };
}

/** Two texts in one place are settled before anybody signs. */
function conflictFaults({ writings }: MinutesMaterial): readonly Fault[] {
  return writings
    .filter(({ conflicts }) => conflicts.length > 0)
    .map(({ number, conflicts }) => ({
      code: 'minutes.writings_conflict',
      field: 'items',
      details: { number, texts: conflicts.length },
    }));
}
