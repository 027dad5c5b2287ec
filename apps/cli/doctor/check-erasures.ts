import { ErasedKeysFile } from '#features/proof/erasure/erased-keys-file.js';
import { findingOf, type Finding, type Patient } from './finding.js';

/** Does the list outside the database know everybody who was erased, and is nobody back? */
export async function checkErasures({ config, dataSource }: Patient): Promise<Finding> {
  const file = new ErasedKeysFile(config.erasedKeysFile);
  const listed = (await file.read()).map(({ keyId }) => keyId);
  const [found] = (await dataSource.query(COUNT, [listed])) as [Counted];
  const wrong = [
    ...(found.back > 0 ? [`${found.back} erased person(s) are back: start the portal once`] : []),
    ...(found.lost > 0 ? [`${file.path} does not name ${found.lost} erased person(s)`] : []),
    ...(found.plain > 0 ? [`${found.plain} text(s) are not sealed: start the portal once`] : []),
  ];
  return findingOf('erasures', 'fault', wrong, `${listed.length} on the list outside`);
}

interface Counted {
  readonly back: number;
  readonly lost: number;
  readonly plain: number;
}

const COUNT = `
  select (select count(*) from person_keys where id = any($1::uuid[]))::int as back,
    (select count(*) from person_erasures where key_id <> all($1::uuid[])
       and erased_at < clock_timestamp() - interval '5 minutes')::int as lost,
    (select count(*) from unsealed_texts)::int as plain`;
