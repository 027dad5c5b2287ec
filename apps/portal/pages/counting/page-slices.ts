/** A part of a list that stands on one page. */
export interface Slice<T> {
  readonly shown: readonly T[];
  readonly current: number;
  readonly pages: number;
}

/** `sliceOf(steps, { page: 2, size: 20 })`; a page that does not exist is the nearest one. */
export function sliceOf<T>(
  all: readonly T[],
  { page, size }: { readonly page: number; readonly size: number },
): Slice<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const current = Math.min(Math.max(1, page), pages);
  return { shown: all.slice((current - 1) * size, current * size), current, pages };
}

/** Links to the pages of a list; null where one page holds it. */
export function pagesOf(path: string, { current, pages }: Omit<Slice<unknown>, 'shown'>) {
  if (pages === 1) return null;
  const to = (page: number): string => `${path}&page=${page}`;
  return {
    pages: Array.from({ length: pages }, (_, place) => ({
      number: place + 1,
      path: to(place + 1),
      current: place + 1 === current,
    })),
    ...(current > 1 && { previous: to(current - 1) }),
    ...(current < pages && { next: to(current + 1) }),
  };
}
