import type {
  DrawRow,
  LotteryRow,
} from '#features/participation/results/lottery/lottery.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { drawSeed } from '#rules/tally/lottery.js';

/** What was promised and every draw, with how anybody checks it: for two pages. */
export function lotteryPart(say: Wording, lottery: LotteryRow) {
  const { commitment, value, promisedAt, secret, draws } = lottery;
  const row = (name: string, text: string) => ({
    key: say.t(`counting.lottery.keys.${name}`),
    value: text,
  });
  return {
    rows: [
      row('promised', say.dateTime(promisedAt)),
      row('value', say.official(value).text),
      row('commitment', commitment),
      row('secret', secret ?? say.t('counting.lottery.closedSecret')),
    ],
    draws: draws.map((draw) => ({
      id: draw.id,
      rows: [
        row('drawnValue', draw.value),
        row('source', draw.source),
        row('protocol', draw.protocolNumber),
        ...(secret && draw.confirmedAt ? [row('seed', drawSeed(secret, draw.value))] : []),
      ],
      text: say.official(draw.text).text,
      state: stateOf(say, draw),
    })),
    check: secret && checkOf(secret, draws),
  };
}

function stateOf(say: Wording, { confirmedAt, enteredAt }: DrawRow): string {
  return confirmedAt
    ? say.t('counting.lottery.confirmed', { at: say.dateTime(confirmedAt) })
    : say.t('counting.lottery.entered', { at: say.dateTime(enteredAt) });
}

function checkOf(secret: string, draws: readonly DrawRow[]) {
  const drawn = draws.find(({ confirmedAt }) => confirmedAt !== null);
  const seed = drawn && quoted(drawSeed(secret, drawn.value));
  return {
    commitment: `printf '%s' ${quoted(secret)} | sha256sum`,
    lots: seed && `printf '%s\\n%s' ${seed} 1 | sha256sum`,
  };
}

/** As a shell takes it, whatever stands in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
