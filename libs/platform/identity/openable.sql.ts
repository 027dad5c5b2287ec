/**
 * SQL of a sealed text together with its person's wrapped key, for `PersonalKeys.read`: null as soon
 * as the key is gone, so whoever reads it can not forget to ask.
 *
 * @param person column with the person's id
 * @param sealed column with what is sealed
 */
export function openable(person: string, sealed: string): string {
  return `(select concat_ws('.', key.id, key.wrapped_by, encode(key.wrapped, 'hex'), encode(${sealed}, 'hex'))
    from person_keys key where key.resident_id = ${person} and ${sealed} is not null)`;
}
