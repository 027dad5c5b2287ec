import type { Wording } from '#platform/views/wording.js';

/** Terms of the platform in the sequence in which a round meets them; law.md names their sources. */
const TERMS = [
  'budget',
  'round',
  'proposal',
  'author',
  'council',
  'admission',
  'refusal',
  'voting',
  'vote',
  'estimate',
  'sketch',
  'winner',
  'implementation',
  'report',
  'contractor',
  'landscaping',
  'greening',
  'playground',
  'commonPlace',
  'mci',
  'owners',
  'petition',
  'joining',
  'threshold',
  'selfGovernment',
  'community',
  'gathering',
  'assembly',
  'member',
  'quorum',
  'minutes',
  'akim',
  'akimat',
  'maslikhat',
  'deputy',
  'inquiry',
  'budgetCommission',
  'localBudget',
  'amendment',
  'oblast',
  'district',
  'okrug',
  'eds',
  'iin',
  'registration',
  'resident',
] as const;

/** Every term in the three languages, sorted in the reader's one. */
export function presentGlossary(say: Wording, wordings: readonly Wording[]) {
  const collator = new Intl.Collator(say.lang);
  const sorted = TERMS.toSorted((a, b) => collator.compare(termIn(say, a), termIn(say, b)));
  const [first, ...others] = [say, ...wordings.filter(({ lang }) => lang !== say.lang)];
  return {
    title: say.t('about.glossary.title'),
    lead: say.t('about.glossary.lead'),
    terms: sorted.map((term) => ({
      term: termIn(first!, term),
      others: others.map((other) => ({ lang: other.lang, text: termIn(other, term) })),
    })),
  };
}

function termIn(say: Wording, term: string): string {
  return say.t(`about.terms.${term}`);
}
