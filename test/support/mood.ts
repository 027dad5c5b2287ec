/** How a server outside may be ill. */
export const ILL_MOODS = ['resets', 'fails', 'garbage', 'floods', 'hangs'] as const;

/** How a server outside behaves. */
export type Mood = 'well' | (typeof ILL_MOODS)[number];
