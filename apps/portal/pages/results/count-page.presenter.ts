import type { ResultRow } from '#features/participation/results/result.reader.js';
import { settledResult } from '#features/participation/results/settled-result.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { REFUSAL_GROUNDS } from '#rules/participation/refusal-grounds.js';
import type { FormFaults } from '#platform/views/form.js';
import type { FormFields } from '../_frame/form-fields.js';
import { numbersText } from './reason-words.js';

export interface CountSetting {
  readonly round: RoundRow;
  readonly result: ResultRow | null;
  readonly isOfficer: boolean;
  /** Was a lottery promised? Then lots are drawn by it and by nothing else. */
  readonly hasLottery: boolean;
  /** What was typed into a refused form, and what is wrong with it. */
  readonly refused?: { readonly fields: FormFields; readonly faults: FormFaults };
}

/** The officer's way from the end of the voting to the published result: nothing to edit, only acts. */
export function presentCountPage(say: Wording, setting: CountSetting) {
  const { round, result, refused } = setting;
  const typed = (name: string) => refused?.fields.text(name) ?? '';
  return {
    title: say.t('results.count.title'),
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: say.t('results.count.title') },
    ],
    base: `/rounds/${round.id}/count`,
    resultsPath: result && `/rounds/${round.id}/results`,
    faults: refused?.faults,
    isOfficer: setting.isOfficer,
    close: closeStep(say, round),
    counted: countedStep(say, setting, typed),
    draw: drawStep(say, setting, typed),
    decision: decisionStep(say, setting, typed),
    publication: publicationStep(say, result),
  };
}

type Typed = (name: string) => string;

function closeStep(say: Wording, { closedAt, now, calendar }: RoundRow) {
  if (closedAt) return { done: say.t('results.count.close.done', { at: say.dateTime(closedAt) }) };
  if (now >= calendar.votingUntil) return { isOpen: true };
  return { wait: say.t('results.count.close.wait', { until: say.dateTime(calendar.votingUntil) }) };
}

function countedStep(say: Wording, { result }: CountSetting, typed: Typed) {
  if (!result) return { wait: say.t('results.count.counted.pending') };
  const at = say.dateTime(result.computedAt);
  return {
    done: say.t('results.count.counted.done', { at, ballots: result.ballots }),
    isOpen: !result.decision?.publishedAt,
    reason: typed('reason'),
  };
}

function drawStep(say: Wording, { round, result, hasLottery }: CountSetting, typed: Typed) {
  if (!result) return { wait: say.t('results.count.counted.pending') };
  const { draw, pots } = result.count;
  if (draw) {
    const { protocolNumber: protocol, seed } = draw;
    return { done: say.t('results.count.draw.done', { protocol, seed }) };
  }
  const tied = pots.flatMap(({ tie }) => tie?.between ?? []);
  if (tied.length === 0) return { done: say.t('results.count.draw.none') };
  if (hasLottery) return { lotteryPath: `/rounds/${round.id}/lottery` };
  return {
    isOpen: true,
    text: say.t('results.count.draw.needed', { projects: numbersText(say, tied) }),
    seed: typed('seed'),
    ...textsOf(typed),
  };
}

function decisionStep(say: Wording, { result }: CountSetting, typed: Typed) {
  const hasTie = result?.count.pots.some(({ tie }) => tie !== null) ?? true;
  if (!result || hasTie) return { wait: say.t('results.count.decision.wait') };
  if (result.decision) {
    const { protocolNumber: protocol, decidedAt } = result.decision;
    const at = say.dateTime(decidedAt);
    return { done: say.t('results.count.decision.done', { protocol, at }) };
  }
  return { isOpen: true, ...textsOf(typed), winners: winnersToStrike(say, result, typed) };
}

function textsOf(typed: Typed) {
  return { protocolNumber: typed('protocolNumber'), kk: typed('kk'), ru: typed('ru') };
}

function winnersToStrike(say: Wording, result: ResultRow, typed: Typed) {
  const grounds = REFUSAL_GROUNDS.map((value) => ({ value, text: say.t(`grounds.${value}`) }));
  const none = { value: '', text: say.t('results.count.decision.groundNone') };
  return settledResult(result)
    .pots.flatMap(({ confirmed }) => confirmed)
    .map(({ number, title }) => ({
      number,
      name: `${say.t('common.number', { number })} ${say.official(title).text}`,
      isOpen: typed(`strike-${number}`) !== '',
      box: {
        name: `strike-${number}`,
        legend: say.t('results.count.decision.strikes'),
        values: [typed(`strike-${number}`)],
        small: true,
        choices: [{ value: 'yes', text: say.t('results.count.decision.strike') }],
      },
      ground: {
        name: `ground-${number}`,
        label: say.t('results.count.decision.ground'),
        value: typed(`ground-${number}`),
        choices: [none, ...grounds],
      },
      kk: typed(`kk-${number}`),
      ru: typed(`ru-${number}`),
    }));
}

function publicationStep(say: Wording, result: ResultRow | null) {
  if (!result?.decision) return { wait: say.t('results.count.publication.wait') };
  const { publishedAt } = result.decision;
  if (!publishedAt) return { isOpen: true, note: say.t('results.count.publication.other') };
  return { done: say.t('results.count.publication.done', { at: say.dateTime(publishedAt) }) };
}
