/** Fields of a recorded act that can name a person. */
const PERSONAL = /(name|iin|phone|email|contact|born|birth|address|author|people|voter)/i;
const PERSON_ID = /(^person|resident|officer|expert|author|[a-z])(Id|By)$/;
const MASK = '•••';

/** Official texts of an act keep their names: a title of a round names nobody. */
const PUBLIC = /^(territoryName|name_kk|name_ru|nameKk|nameRu|nameEn|shownName)$/;

/**
 * What an act changed, as everybody may see it: fields that can name a person are masked.
 *
 * @example maskPersonal({ contact: '+7…', cost: 1 }) // → { contact: '•••', cost: 1 }
 */
export function maskPersonal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskPersonal);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, masked(key, part)]);
  return Object.fromEntries(entries);
}

function masked(key: string, value: unknown): unknown {
  if (value === null || PUBLIC.test(key)) return value;
  return PERSONAL.test(key) || PERSON_ID.test(key) ? MASK : maskPersonal(value);
}
