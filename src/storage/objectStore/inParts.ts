/**
 * Puts chunks together to parts of one size; the last may be smaller. There is always one, if an empty one. A part is good
 * until the next is asked for: all are made in the same memory.
 */
export async function* inParts(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  const part = Buffer.allocUnsafe(size);
  let filled = 0;
  let parts = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length;) {
      const copied = chunk.copy(part, filled, from);
      filled += copied;
      from += copied;
      if (filled < size) continue;
      yield part;
      parts += 1;
      filled = 0;
    }
  }
  if (filled > 0 || parts === 0) yield part.subarray(0, filled);
}
