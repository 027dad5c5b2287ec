import type { DataSource } from 'typeorm';

/** How many statements are sent while something is asked. */
export async function countedStatements(
  dataSource: DataSource,
  ask: () => Promise<unknown>,
): Promise<number> {
  const send = dataSource.query.bind(dataSource);
  let sent = 0;
  dataSource.query = ((...question: Parameters<DataSource['query']>) => {
    sent += 1;
    return send(...question);
  }) as DataSource['query'];
  try {
    await ask();
  } finally {
    dataSource.query = send;
  }
  return sent;
}
