/** Name of the small picture beside the large one: `smallNameOf('x.webp') // → 'x-small.webp'` */
export function smallNameOf(storedName: string): string {
  return storedName.replace(/\.(\w+)$/, '-small.$1');
}

/** The name under which a file is on record: `largeNameOf('x-small.webp') // → 'x.webp'` */
export function largeNameOf(name: string): string {
  return name.replace(/-small(\.\w+)$/, '$1');
}
