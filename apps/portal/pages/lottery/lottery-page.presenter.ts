import type { LotteryRow } from '#features/participation/results/lottery/lottery.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import { lotteryPart } from './lottery-part.js';

export interface LotteryPage {
  readonly round: RoundRow;
  readonly lottery: LotteryRow | null;
  /** Does the count that stands have an open tie? */
  readonly isTied: boolean;
  readonly person: SignedIn | undefined;
  readonly refused?: { readonly fields: FormFields; readonly faults: FormFaults };
}

/** How lots are drawn in a round: promised beforehand, drawn in the open, checked by anybody. */
export function presentLotteryPage(say: Wording, page: LotteryPage) {
  const { round, lottery, refused } = page;
  const title = say.t('counting.lottery.title');
  return {
    title,
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: title },
    ],
    base: `/rounds/${round.id}/lottery`,
    jsonTwin: lottery && `/api/v1/rounds/${round.id}/lottery`,
    faults: refused?.faults,
    none: lottery ? null : noneText(say, round),
    lottery: lottery && lotteryPart(say, lottery),
    ...(isOfficer(page) && actsOf(page)),
  };
}

function isOfficer({ person }: LotteryPage): boolean {
  return person?.roles.some(({ role }) => role === 'officer') ?? false;
}

/** What an officer can do now; of another territory the act itself refuses it. */
function actsOf(page: LotteryPage) {
  const typed = (name: string): string => page.refused?.fields.text(name) ?? '';
  return {
    promise: isPromisable(page) && { kk: typed('kk'), ru: typed('ru') },
    enter: page.lottery && page.isTied && enterForm(typed),
    waiting: page.isTied && waitingDraws(page),
  };
}

function noneText(say: Wording, { rule }: RoundRow): string {
  const more = rule.ties === 'refuse' ? 'noneLots' : 'noneRule';
  return `${say.t('counting.lottery.none')} ${say.t(`counting.lottery.${more}`)}`;
}

function isPromisable({ round, lottery }: LotteryPage): boolean {
  return !lottery && round.rule.ties === 'refuse' && round.now < round.calendar.votingFrom;
}

function enterForm(typed: (name: string) => string) {
  return {
    value: typed('value'),
    source: typed('source'),
    protocolNumber: typed('protocolNumber'),
    kk: typed('kk'),
    ru: typed('ru'),
  };
}

function waitingDraws({ lottery, person }: LotteryPage) {
  return lottery?.draws
    .filter(({ confirmedAt }) => confirmedAt === null)
    .map(({ id, value, enteredBy }) => ({ id, value, isOwn: enteredBy === person?.personId }));
}
