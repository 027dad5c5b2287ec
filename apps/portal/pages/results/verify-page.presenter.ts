import { settledResult } from '#features/participation/results/settled-result.js';
import type { CheckedShareRow } from '#features/proof/receipt-checks/receipt-check.reader.js';
import { SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { lotteryPart } from '../lottery/lottery-part.js';
import { type ArchiveOfRound, archivePart } from './archive-part.js';
import { recountCommand, ruleText, tiesText } from './counting-rule-words.js';
import { crumbsOf, stampOf } from './result-page.presenter.js';

export interface VerifyParts extends ResultParts, Pick<ArchiveOfRound, 'archive' | 'origin'> {
  readonly checked: CheckedShareRow;
}

/** The page on which anybody starts to check a result. */
export function presentVerifyPage(say: Wording, parts: VerifyParts) {
  const { round, result, tallies, files, archive, checked, origin } = parts;
  const { state, pots } = settledResult(result);
  const title = say.t('results.verify.title');
  return {
    title,
    crumbs: [...crumbsOf(say, round).slice(0, 1), resultsCrumb(say, round.id), { text: title }],
    stamp: stampOf(say, { round, result }, state),
    rows: [
      { key: say.t('results.keys.rule'), value: ruleText(say, result.count) },
      { key: say.t('results.keys.ties'), value: tiesText(say, result.count) },
      { key: say.t('results.keys.minimum'), value: say.number(result.count.minimumVotes) },
      { key: say.t('results.keys.ballots'), value: say.number(result.ballots) },
      { key: say.t('receipts.checked.title'), value: checkedInWords(say, checked) },
    ],
    archive: archivePart(say, { archive, roundId: round.id, origin }),
    files: files.map((file) => fileOf(say, { ...file, parts, pots, origin })),
    tables: {
      plain: `/api/v1/rounds/${round.id}/results.csv`,
      sheet: `/api/v1/rounds/${round.id}/results.csv?for=sheet`,
      json: `/api/v1/rounds/${round.id}/results`,
    },
    lottery: parts.lottery && lotteryPart(say, parts.lottery),
    integrity: `/rounds/${round.id}/integrity`,
    openingKeys: `/rounds/${round.id}/opening-keys`,
    tallies: talliesOf(say, tallies),
    resultsPath: `/rounds/${round.id}/results`,
  };
}

/** A few are not told apart from none: they could be known. */
function checkedInWords(say: Wording, { checked, receipts }: CheckedShareRow): string {
  if (checked < SMALLEST_GROUP) return say.t('receipts.checked.few', { count: SMALLEST_GROUP });
  const share = say.percent(checked, receipts);
  return say.t('receipts.checked.share', { share, receipts: say.number(receipts) });
}

function resultsCrumb(say: Wording, roundId: string) {
  return { text: say.t('results.title'), path: `/rounds/${roundId}/results` };
}

interface FileOfPot {
  readonly territory: string;
  readonly digest: string;
  readonly parts: ResultParts;
  readonly pots: ReturnType<typeof settledResult>['pots'];
  readonly origin: string;
}

function fileOf(say: Wording, { territory, digest, parts, pots, origin }: FileOfPot) {
  const { round, result } = parts;
  const pot = pots.find((each) => each.territory === territory);
  const name = `round-${round.year}-${territory}.pb`;
  const path = `/api/v1/rounds/${round.id}/election.pb?pot=${territory}`;
  return {
    name: pot && pots.length > 1 ? say.official(pot.name).text : '',
    path,
    digest,
    download: `curl -o ${name} '${origin}${path}'`,
    check: `sha256sum ${name}`,
    recount: recountCommand(result.count, name),
  };
}

function talliesOf(say: Wording, tallies: ResultParts['tallies']) {
  return {
    caption: say.t('results.verify.tallies'),
    columns: [
      { text: say.t('results.keys.counted') },
      { text: say.t('results.keys.ballots'), numeric: true },
      { text: say.t('results.keys.reason') },
    ],
    rows: tallies.map(({ computedAt, ballots, reason }, place) => ({
      cells: [
        { text: say.dateTime(computedAt) },
        { text: say.number(ballots) },
        {
          text: reason ?? say.t('results.verify.first'),
          ...(place === tallies.length - 1 && { detail: say.t('results.verify.stands') }),
        },
      ],
    })),
  };
}
