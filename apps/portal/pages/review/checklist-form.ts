import {
  EVALUATION_CRITERIA,
  type CriterionFinding,
  type EvaluationStage,
} from '#rules/participation/evaluation-criteria.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';

/** The criteria of a stage as their fields were filled in; what was left open is left out. */
export function findingsIn(fields: FormFields, stage: EvaluationStage): CriterionFinding[] {
  return criteriaOf(stage).flatMap((code) => {
    const answer = fields.text(`met-${code}`);
    if (answer !== 'yes' && answer !== 'no') return [];
    const isMet = answer === 'yes';
    const reason = { kk: fields.text(`kk-${code}`), ru: fields.text(`ru-${code}`) };
    return [{ criterion: code, isMet, reason: isMet ? null : reason }];
  });
}

/** The checklist for the part `review/_checklist`. */
export function checklistModel(
  stage: EvaluationStage,
  { findings, faults, say }: ChecklistSetting,
) {
  return EVALUATION_CRITERIA.filter((criterion) => criterion.stage === stage).map(
    ({ code, point, weight }) => {
      const found = findings.find(({ criterion }) => criterion === code);
      const law = weight === 'priority' ? 'review.card.priorityPoint' : 'review.card.point';
      return {
        name: `met-${code}`,
        id: code,
        legend: say.t(`criteria.${code}`),
        hint: say.t(law, { point }),
        error: faults?.fields[code],
        value: found && (found.isMet ? 'yes' : 'no'),
        choices: ['yes', 'no'].map((value) => ({
          value,
          text: say.t(`review.checklist.${value}`),
        })),
        open: found?.isMet === false,
        kk: { name: `kk-${code}`, value: found?.reason?.kk ?? '' },
        ru: { name: `ru-${code}`, value: found?.reason?.ru ?? '' },
      };
    },
  );
}

export interface ChecklistSetting {
  readonly findings: readonly CriterionFinding[];
  readonly faults: FormFaults | undefined;
  readonly say: Wording;
}

/** Codes of a stage: the fields of its faults, as they stand on the page. */
export function criteriaOf(stage: EvaluationStage): string[] {
  return EVALUATION_CRITERIA.filter((criterion) => criterion.stage === stage).map(
    ({ code }) => code,
  );
}
