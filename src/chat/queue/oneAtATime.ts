/**
 * Runs work that has the same key one after the other, in the order it came, whatever becomes of it; other work does not wait.
 */
export function createOneAtATime() {
  const lasts = new Map<number, Promise<unknown>>();
  return <Result>(key: number, work: () => Promise<Result>): Promise<Result> => {
    const result = (lasts.get(key) ?? Promise.resolve()).then(work);
    const settled = result
      .catch(() => {}) // told to whoever asked for it
      .finally(() => {
        if (lasts.get(key) === settled) lasts.delete(key);
      });
    lasts.set(key, settled);
    return result;
  };
}
