import {
  EVALUATION_CRITERIA,
  type CriterionFinding,
  type EvaluationStage,
} from '#rules/participation/evaluation-criteria.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';

/** What a checklist shows: what was typed, else what is on record. */
export interface ChecklistSetting {
  readonly fields: FormFields | undefined;
  readonly stored: readonly CriterionFinding[];
  readonly faults: FormFaults | undefined;
  readonly say: Wording;
}

/** The criteria of a stage as their fields were filled in; what was left open is left out. */
export function findingsIn(fields: FormFields, stage: EvaluationStage): CriterionFinding[] {
  return criteriaOf(stage).flatMap((criterion) => {
    const { value, kk, ru } = typed(fields, criterion);
    if (value !== 'yes' && value !== 'no') return [];
    const isMet = value === 'yes';
    return [{ criterion, isMet, reason: isMet ? null : { kk, ru } }];
  });
}

/** The checklist for the part `review/_checklist`. */
export function checklistModel(stage: EvaluationStage, setting: ChecklistSetting) {
  const { fields, stored, faults, say } = setting;
  return EVALUATION_CRITERIA.filter((criterion) => criterion.stage === stage).map(
    ({ code, point, weight }) => {
      const { value, kk, ru } = fields ? typed(fields, code) : onRecord(stored, code);
      const law = weight === 'priority' ? 'review.card.priorityPoint' : 'review.card.point';
      return {
        name: `met-${code}`,
        id: code,
        legend: say.t(`criteria.${code}`),
        hint: say.t(law, { point }),
        error: faults?.fields[code],
        value,
        choices: ['yes', 'no'].map((each) => ({
          value: each,
          text: say.t(`review.checklist.${each}`),
        })),
        open: value === 'no',
        kk: { name: `kk-${code}`, value: kk },
        ru: { name: `ru-${code}`, value: ru },
      };
    },
  );
}

/** Codes of a stage: the fields of its faults, as they stand on the page. */
export function criteriaOf(stage: EvaluationStage): string[] {
  return EVALUATION_CRITERIA.filter((criterion) => criterion.stage === stage).map(
    ({ code }) => code,
  );
}

interface Answer {
  readonly value: string;
  readonly kk: string;
  readonly ru: string;
}

function typed(fields: FormFields, code: string): Answer {
  const text = (name: string) => fields.text(`${name}-${code}`);
  return { value: text('met'), kk: text('kk'), ru: text('ru') };
}

function onRecord(stored: readonly CriterionFinding[], code: string): Answer {
  const found = stored.find(({ criterion }) => criterion === code);
  if (!found) return { value: '', kk: '', ru: '' };
  const { kk, ru } = found.reason ?? { kk: '', ru: '' };
  return { value: found.isMet ? 'yes' : 'no', kk, ru };
}
