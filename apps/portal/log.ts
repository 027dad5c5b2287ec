import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import type { LogLevel } from '#platform/config/config.js';

const LEVELS = ['debug', 'log', 'warn', 'error', 'fatal'] as const;

const FIRST: Record<LogLevel, number> = {
  debug: 0,
  info: 1,
  warn: 2,
  error: 3,
  fatal: 4,
  silent: 5,
};

/** What the framework says of its own assembling; nobody reads it. */
const ASSEMBLY = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory']);

/** What JSON leaves as it is and a terminal or a collector of logs may take for a new line or a command. */
const BREAKS = /[\u007f-\u009f\u2028\u2029]/g;

class QuietAssemblyLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!ASSEMBLY.has(String(rest.at(-1)))) super.log(message, ...rest);
  }

  /** Times as people and programs read them, in UTC. */
  protected override stringifyJsonLogObject(line: Record<string, unknown>): string {
    const timestamp = new Date(Number(line['timestamp'])).toISOString();
    return super.stringifyJsonLogObject({ ...line, timestamp }).replaceAll(BREAKS, escaped);
  }
}

/** Structured lines on standard output; what could name a person never gets there. */
export function createLogger(level: LogLevel): LoggerService {
  return new QuietAssemblyLogger({
    json: true,
    colors: false,
    logLevels: LEVELS.slice(FIRST[level]),
    redact: ['iin', 'name', 'phone', 'email', 'cookie'],
  });
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
