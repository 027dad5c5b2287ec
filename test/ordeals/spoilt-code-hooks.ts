import type { InitializeHook, LoadFnOutput, LoadHook } from 'node:module';
import type { Spoiling } from './spoilt-code.js';

let spoilings: readonly Spoiling[] = [];

export const initialize: InitializeHook<readonly Spoiling[]> = (given) => {
  spoilings = given;
};

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const own = spoilings.filter(({ file }) => url.endsWith(file));
  if (own.length === 0) return loaded;
  return { ...loaded, source: own.reduce(spoil, textOf(loaded.source)) };
};

function textOf(source: LoadFnOutput['source']): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** A control that spoils nothing any more must not start. */
function spoil(source: string, { file, what, by }: Spoiling): string {
  if (!source.includes(what)) throw new Error(`${file} has no ${what}`);
  return source.replace(what, () => by);
}
