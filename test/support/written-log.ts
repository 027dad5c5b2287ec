import { jest } from '@jest/globals';

/** One line of the log as a collector reads it. */
export interface LogLine {
  readonly level: string;
  readonly timestamp: string;
  readonly context?: string;
  readonly message: unknown;
}

/** What a process of the portal writes, while a test keeps it from the screen. */
export interface WrittenLog {
  /** Lines since the last look; throws where one is no JSON. */
  take(): LogLine[];
  /** Everything so far, as it was written. */
  readonly text: () => string;
  restore(): void;
}

/** Catches what a portal opened after this writes; the portal logs as in production, from debug on. */
export function catchLog(): WrittenLog {
  process.env['TEST_LOG'] = '1';
  const written: string[] = [];
  let taken = 0;
  const spies = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write.bind(stream);
    // What is no line of the portal is the test runner's own.
    return jest.spyOn(stream, 'write').mockImplementation((piece, ...rest) => {
      if (!String(piece).startsWith('{')) return write(piece, ...(rest as []));
      written.push(String(piece));
      return true;
    });
  });
  return {
    take: () => {
      const lines = written.slice(taken).join('').split('\n').filter(Boolean);
      taken = written.length;
      return lines.map((line) => JSON.parse(line) as LogLine);
    },
    text: () => written.join(''),
    restore: () => {
      delete process.env['TEST_LOG'];
      for (const spy of spies) spy.mockRestore();
    },
  };
}
