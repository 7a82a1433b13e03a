/**
 * Scales vectors to unit length, so that a dot product is the cosine.
 * @param size of each vector; where it is not known yet, that of the first one.
 * @throws when these are not `count` vectors of `size`, or one has no direction.
 */
export function toUnitVectors(vectors: number[][], count: number, size = vectors[0]?.length): number[][] {
  if (vectors.length !== count) throw new Error(`Asked for ${count} vectors, got ${vectors.length}.`);
  return vectors.map((vector) => {
    if (vector.length !== size)
      throw new Error(`Expected vectors of ${size} numbers, got one of ${vector.length}.`);
    const length = Math.hypot(...vector);
    if (!(length > 0 && Number.isFinite(length))) throw new Error('A vector has no direction.');
    return vector.map((value) => value / length);
  });
}
