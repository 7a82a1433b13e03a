/** A reading that is remembered. */
export interface Remembered<Value> {
  (): Promise<Value>;
  /** The next who asks reads anew. */
  forget(): void;
}

/** Reads once in so many milliseconds, for all who ask in between; a reading that failed is not remembered. */
export function rememberBriefly<Value>(ms: number, read: () => Promise<Value>): Remembered<Value> {
  let known: { value: Promise<Value>; readAt: number } | undefined;
  const ask = () => {
    if (!known || Date.now() - known.readAt > ms) {
      const reading = { value: read(), readAt: Date.now() };
      known = reading;
      reading.value.catch(() => {
        if (known === reading) known = undefined;
      });
    }
    return known.value;
  };
  return Object.assign(ask, { forget: () => (known = undefined) });
}
