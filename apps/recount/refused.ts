/** 1: the work was refused or found a fault; 2: wrong use. */
export type ExitCode = 1 | 2;

/** Ends the command with these lines on standard error and nothing more on standard output. */
export class Refused extends Error {
  constructor(
    readonly lines: readonly string[],
    readonly exitCode: ExitCode = 1,
  ) {
    super(lines[0] ?? '');
  }
}
