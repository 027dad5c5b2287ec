/**
 * Does `count` things, at most `lanes` of them at a time, each lane taking the next one as soon as
 * it is free. The first failure ends all lanes.
 */
export async function inLanes(
  count: number,
  lanes: number,
  act: (place: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < count && !failed) await act(next++);
  };
  const running = Array.from({ length: Math.min(lanes, count) }, lane);
  await Promise.all(running.map((each) => each.catch(fail)));

  function fail(error: unknown): never {
    failed = true;
    throw error;
  }
}
