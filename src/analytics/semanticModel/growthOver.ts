/** SQL of how much more it is than it was, as a fraction; null where there was nothing to grow from. */
export function growthOver(now: string, was: string): string {
  return `CASE WHEN ${was} > 0 THEN (${now} - ${was})::float8 / ${was}::float8 END`;
}
