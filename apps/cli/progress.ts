import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** How far a long piece of work has come. */
export interface Progress {
  /** Begins a part of the work with so many steps; returns what each step is reported with. */
  begin(part: string, steps: number): (done: number) => void;
  end(): void;
}

const WIDEST_NAME = 12;

/** Bars on standard error when it is a terminal, silence otherwise. */
export function openProgress(): Progress {
  if (!process.stderr.isTTY) return { begin: () => () => undefined, end: () => undefined };
  const bars = new MultiBar(
    {
      stream: process.stderr,
      format: '{part} {bar} {percentage}% {value}/{total} {eta_formatted}',
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  return {
    begin: (part, steps) => {
      const bar: SingleBar = bars.create(steps, 0, { part: part.padEnd(WIDEST_NAME) });
      return (done) => bar.update(done);
    },
    end: () => bars.stop(),
  };
}

/** A bar of tables, begun with the first one that is told. */
export function onTableOf(progress: Progress) {
  let tell: ((done: number) => void) | null = null;
  return (_name: string, place: number, count: number): void =>
    (tell ??= progress.begin('tables', count))(place + 1);
}
