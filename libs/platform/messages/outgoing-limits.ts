/** How long anybody outside may keep us waiting. */
export const CONNECT_MS = 5_000;
export const WHOLE_MS = 10_000;

/** What an answer may weigh. */
export const LARGEST_ANSWER_BYTES = 64 * 1024;
