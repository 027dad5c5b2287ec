/** What came of a line of a settled sheet. */
export type LineOutcome =
  'counted' | 'duplicate' | 'not-on-the-roll' | 'not-eligible' | 'illegible' | 'blank';
