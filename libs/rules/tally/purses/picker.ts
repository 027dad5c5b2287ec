/**
 * Chooses one of several projects with exactly the same claim, by position. `left` is the money
 * that they compete for, null where only their supporters' purses limit them.
 */
export type Picker = (equals: readonly number[], left: bigint | null) => number;
