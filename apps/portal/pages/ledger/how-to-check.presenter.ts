import type { Wording } from '#platform/views/wording.js';
import {
  CHECK_LEDGER_WITH_PYTHON,
  CHECKSUM,
  COUNT_IN_SHEET,
  COUNT_WITH_PABUTOOLS,
  FIND_RECEIPT,
  VERIFY,
} from './checking-commands.js';

interface Step {
  readonly key: string;
  readonly command?: string;
  /** Key of a sentence below the command. */
  readonly after?: string;
}

const STEPS: readonly Step[] = [
  { key: 'take', command: CHECKSUM },
  { key: 'sheet', command: COUNT_IN_SHEET, after: 'sheetRule' },
  { key: 'own', command: VERIFY, after: 'ownText' },
  { key: 'pabutools', command: COUNT_WITH_PABUTOOLS },
  { key: 'log', command: CHECK_LEDGER_WITH_PYTHON, after: 'logSign' },
  { key: 'receipt', command: FIND_RECEIPT },
  { key: 'fault' },
];

/** How somebody who trusts nobody checks a round, step by step. */
export function presentHowToCheck(say: Wording) {
  return {
    title: say.t('archive.how.title'),
    lead: say.t('archive.how.lead'),
    steps: STEPS.map(({ key, command, after }) => ({
      title: say.t(`archive.how.${key}.title`),
      text: say.t(`archive.how.${key}.text`),
      command,
      after: after && say.t(`archive.how.${after}`),
    })),
  };
}
