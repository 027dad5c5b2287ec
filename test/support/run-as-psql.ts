import type { Client } from 'pg';

/**
 * As psql does it: what ends with `;` one after the other, and of what ends with `\gexec` each cell of
 * the answer. Knows no block or text with such an end of a line inside.
 */
export async function runAsPsql(client: Client, script: string): Promise<void> {
  for (const [, statement, end] of script.matchAll(/([^]+?)(;|\\gexec)$/gm)) {
    const { rows } = await client.query<Record<string, string | null>>(statement!);
    if (end === ';') continue;
    const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== null);
    for (const cell of cells) await client.query(cell);
  }
}
