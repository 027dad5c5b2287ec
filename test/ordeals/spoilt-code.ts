/** A place of the compiled code that a control takes out of its portals. */
export interface Spoiling {
  /** How the module's address ends. */
  readonly file: string;
  readonly what: string;
  readonly by: string;
}

const HOOKS = new URL('./spoilt-code-hooks.js', import.meta.url).href;

/** Environment of a portal whose code is spoilt while it is loaded: nothing of it is in the product. */
export function withSpoiltCode(...spoilings: readonly Spoiling[]): { NODE_OPTIONS: string } {
  const settings = JSON.stringify({ data: spoilings });
  const program = `import { register } from 'node:module'; register('${HOOKS}', ${settings});`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` };
}
