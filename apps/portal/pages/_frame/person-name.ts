import type { Wording } from '#platform/views/wording.js';

/** A resident's name, or what stands for it after an erasure. */
export function personName(name: string | null, say: Wording): string {
  return name || say.t('common.erasedPerson');
}
