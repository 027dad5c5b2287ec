import type { ReExamination } from '#features/participation/expert-review/decide-appeal.js';
import type { FieldRemark } from '#features/participation/expert-review/proposal-return.record.js';
import type { RefusalDraft } from '#rules/participation/refusal-grounds.js';

/** What the officers and an author write in the demo's review. */
export const CORRECTIONS: readonly FieldRemark[] = [
  {
    field: 'address',
    remark: 'Үйдің нөмірін немесе нақты бағдарды көрсетіңіз: көшенің ұзындығы бір шақырымнан асады',
  },
  {
    field: 'cost',
    remark: 'Соманың ішінде төсемнің құны көрінбейді, не кіретінін жазып беріңіз',
  },
];

export const PROVISIONAL_REFUSAL: RefusalDraft = {
  grounds: ['not-common-use'],
  reasons: {
    kk: 'Дүкен алдындағы жер телімі жеке меншікте: ортақ пайдаланылатын жерге жатпайды.',
    ru: 'Участок перед магазином находится в частной собственности и не относится к землям общего пользования.',
  },
};

export const FINAL_REFUSAL: RefusalDraft = {
  grounds: ['no-competence'],
  reasons: {
    kk: 'Жол аудандық маңызы бар жолдар тізіміне кіреді, оны жөндеу ауылдық округ әкімінің құзыретіне жатпайды.',
    ru: 'Дорога входит в перечень дорог районного значения, её ремонт не относится к компетенции акима сельского округа.',
  },
};

export const APPEAL_REMARKS =
  'Первые пятьсот метров проходят внутри села и считаются улицей. Прошу проверить ещё раз.';

export const APPEAL_DECISION: ReExamination = {
  decision: 'refused',
  reasons: {
    kk: 'Тізілім қайта тексерілді: жол басынан бастап аудан балансында. Өтініш аудандық жол бөліміне жіберілді.',
    ru: 'Перечень проверен повторно: дорога с самого начала на балансе района. Обращение передано в районный отдел дорог.',
  },
  checkedCostTiyn: null,
  title: null,
};
