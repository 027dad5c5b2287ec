import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { aRoundToCount, type TestPerson } from './counted-town.js';

/** A project that won in a published round, of the okrug of `aCountedTown`. */
export interface Winner {
  readonly roundId: string;
  readonly projectId: string;
  readonly number: string;
}

/** @param publishedDaysAgo since when the works are reported on */
export async function aWinner(
  dataSource: DataSource,
  { publishedDaysAgo = 0 }: { readonly publishedDaysAgo?: number } = {},
): Promise<Winner> {
  const { id: roundId, proposals } = await aRoundToCount(dataSource, {
    projects: [{ costTenge: 1_000_000 }],
  });
  const projectId = proposals[0]!;
  await dataSource.query(
    `update rounds set closed_at = clock_timestamp() - make_interval(days => $2),
       published_at = clock_timestamp() - make_interval(days => $2) where id = $1`,
    [roundId, publishedDaysAgo],
  );
  const [row]: { number: string }[] = (
    await dataSource.query(`update proposals set state = 'winner' where id = $1 returning number`, [
      projectId,
    ])
  )[0];
  return { roundId, projectId, number: row!.number };
}

/** The project's author, signed in. */
export async function theAuthor(dataSource: DataSource, { projectId }: Winner): Promise<string> {
  const [row]: { author: string }[] = await dataSource.query(
    `select author_id as author from proposals where id = $1`,
    [projectId],
  );
  return row!.author;
}

/** A loose photo of a person, without bytes: for acts that name it. */
export async function aLoosePhoto(dataSource: DataSource, { id }: TestPerson): Promise<string> {
  const file = v7();
  await dataSource.query(
    `insert into enclosures (id, kind, stored_name, shown_name, media_type, size_bytes, digest, width,
       height, added_by, added_at)
     values ($1::uuid, 'photo', $1 || '.webp', 'a.webp', 'image/webp', 9, sha256('a'), 4, 3, $2,
       clock_timestamp())`,
    [file, id],
  );
  return file;
}
