/** Prints a command's result: one JSON value for machines, a sentence for people. */
export function printResult(
  flags: { readonly json?: boolean },
  result: unknown,
  sentence: () => string,
): void {
  const text = flags.json
    ? JSON.stringify(result, (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      )
    : sentence();
  process.stdout.write(`${text}\n`);
}
