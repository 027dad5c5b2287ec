/**
 * The smallest number of signatures of one place that others than its deputy are shown. Not a number
 * of the law: the project's promise.
 */
export const SMALLEST_SIGNATURE_CELL = 5;
