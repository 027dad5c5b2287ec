import type { Wording } from '#platform/views/wording.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';

/** `Equal shares` */
export function ruleName(say: Wording, { name }: Pick<RuleSpec, 'name'>): string {
  return say.t(`counting.names.${name}`);
}

/** Everything that tells two rules apart, for a list of keys and values. */
export function ruleRows(
  say: Wording,
  { rule, minimumVotes }: { readonly rule: RuleSpec; readonly minimumVotes: number },
) {
  return [
    { key: say.t('counting.trial.rule'), value: ruleName(say, rule) },
    ...(rule.name === 'phragmen'
      ? []
      : [
          {
            key: say.t('counting.trial.satisfaction'),
            value: say.t(`counting.satisfactions.${rule.satisfaction}`),
          },
        ]),
    ...(rule.name === 'equal-shares'
      ? [
          {
            key: say.t('counting.trial.completion'),
            value: say.t(`counting.completions.${rule.completion}`),
          },
        ]
      : []),
    { key: say.t('counting.trial.minimum'), value: say.number(minimumVotes) },
  ];
}
