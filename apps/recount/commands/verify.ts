import { SingleBar } from 'cli-progress';
import { type Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { parseReceipt } from '#rules/participation/receipt-code.js';
import { LANGUAGES, type Texts } from '../language.js';
import { Refused } from '../refused.js';
import { NotHeld } from '../verify/not-held.js';
import type { SealedFile } from '../verify/sealed-lines.js';
import {
  type Progress,
  type Verified,
  verifyArchive,
  type VerifyRequest,
} from '../verify/verify-archive.js';

interface VerifyFlags {
  readonly checkpoint?: readonly string[];
  readonly receipt?: readonly string[];
  readonly openings?: string;
  readonly identity?: string;
  readonly json?: boolean;
}

/** `recount verify ARCHIVE`: checks a published archive, and receipts and checkpoints against it. */
export function addVerifyCommand(program: Command, texts: Texts): void {
  program
    .command('verify')
    .description(texts.say('command.verify'))
    .argument('<archive>', texts.say('argument.archive'))
    .option('--checkpoint <files...>', texts.say('option.checkpoint'))
    .option('--receipt <codes...>', texts.say('option.receipt'))
    .option('--openings <file>', texts.say('option.openings'))
    .option('--identity <file>', texts.say('option.identity'))
    .option('--json', texts.say('option.json'))
    .addOption(new Option('--lang <lang>', texts.say('option.lang')).choices(LANGUAGES))
    .action((archive: string, flags: VerifyFlags) => verify(archive, flags, texts));
}

async function verify(archive: string, flags: VerifyFlags, texts: Texts): Promise<void> {
  const { checkpoint: checkpoints = [], receipt: codes = [] } = flags;
  const sealed = sealedIn(flags, texts);
  for (const path of [archive, ...checkpoints, ...Object.values(sealed ?? {})])
    assertThere(path, texts);
  const receipts = codes.map((code) => receiptOf(code, texts));
  const verified = await verifyOrName(
    { archive, checkpoints, receipts, ...(sealed && { sealed }) },
    flags,
    texts,
  );
  const report = flags.json
    ? JSON.stringify({ holds: true, ...verified })
    : reportOf(verified, texts).join('\n');
  process.stdout.write(`${report}\n`);
}

/** One without the other opens nothing. */
function sealedIn({ openings, identity }: VerifyFlags, texts: Texts): SealedFile | null {
  if (openings !== undefined && identity !== undefined) return { openings, identity };
  if (openings === undefined && identity === undefined) return null;
  throw new Refused([texts.say('fault.openings_and_identity')], 2);
}

/** With the first thing that does not hold the command ends. */
async function verifyOrName(
  request: VerifyRequest,
  { json }: VerifyFlags,
  texts: Texts,
): Promise<Verified> {
  const bar = barOf(texts);
  try {
    return await verifyArchive(request, bar.progress);
  } catch (error) {
    if (!(error instanceof NotHeld)) throw error;
    const { code, details } = error;
    const sentence = sentenceOf(error, texts);
    if (json)
      process.stdout.write(`${JSON.stringify({ holds: false, code, details, sentence })}\n`);
    throw new Refused([texts.say('verify.fails', { sentence })]);
  } finally {
    bar.stop();
  }
}

/** A fault of an election file has words of its own. */
function sentenceOf({ code, details }: NotHeld, texts: Texts): string {
  const what = texts.say(String(details['finding'] ?? ''), details);
  return texts.say(`verify.${code}`, { ...details, what });
}

function barOf(texts: Texts): { readonly progress: Progress; stop(): void } {
  if (!process.stderr.isTTY)
    return { progress: { begin: () => {}, advance: () => {} }, stop: () => {} };
  const format = `${texts.say('progress.checking')} {bar} {percentage} %`;
  const bar = new SingleBar({ format, clearOnComplete: true });
  return {
    progress: {
      begin: (bytes) => bar.start(bytes, 0),
      advance: (bytes) => bar.increment(bytes),
    },
    stop: () => bar.stop(),
  };
}

function reportOf(verified: Verified, texts: Texts): readonly string[] {
  const { last, winners, receipts, notCompared, opened, ...figures } = verified;
  return [
    texts.say('verify.holds', { round: verified.round }),
    ...['files', 'checkpoints', 'leaves', 'ballots', 'tally'].map((part) =>
      texts.say(`verify.done.${part}`, { ...figures }),
    ),
    ...(figures.quarantined > 0 ? [texts.say('verify.done.quarantined', { ...figures })] : []),
    ...(opened === null ? [] : [texts.say('verify.done.opened', { opened })]),
    ...Object.entries(winners).map(([pot, ids]) =>
      texts.say('verify.winners', { pot, winners: ids.join(', ') || '–' }),
    ),
    ...receipts.map(({ code, leaf, state }) =>
      texts.say(`verify.receipt.is.${state}`, { code, leaf }),
    ),
    ...notCompared.map((from) => texts.say('verify.not_compared', { from })),
    texts.say('verify.last', last),
  ];
}

function receiptOf(typed: string, texts: Texts): string {
  const code = parseReceipt(typed);
  if (code === null) throw new Refused([texts.say('verify.receipt.no_code', { code: typed })], 2);
  return code;
}

function assertThere(path: string, texts: Texts): void {
  if (!existsSync(path)) throw new Refused([texts.say('fault.no_file', { path })], 2);
}
