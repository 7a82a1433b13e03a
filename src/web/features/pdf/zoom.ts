/** How much larger than the width it has a page may be drawn. */
const steps = [1, 1.25, 1.5, 2, 3, 4];

/** The next step in a direction, or the same at the end. */
export function zoomed(zoom: number, direction: 'in' | 'out'): number {
  const next = direction === 'in' ? steps.find((step) => step > zoom) : steps.findLast((step) => step < zoom);
  return next ?? zoom;
}
