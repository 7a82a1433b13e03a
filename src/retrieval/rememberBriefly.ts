/** Reads once in so many milliseconds, for all who ask in between; a reading that failed is not remembered. */
export function rememberBriefly<Value>(ms: number, read: () => Promise<Value>): () => Promise<Value> {
  let known: { value: Promise<Value>; readAt: number } | undefined;
  return () => {
    if (!known || Date.now() - known.readAt > ms) {
      const reading = { value: read(), readAt: Date.now() };
      known = reading;
      reading.value.catch(() => {
        if (known === reading) known = undefined;
      });
    }
    return known.value;
  };
}
