import type { ItemRange } from './findQuote';

/** Wraps ranges of elements that hold nothing but text into `mark` elements. @returns the marks, in order. */
export function markRanges(elements: readonly HTMLElement[], ranges: readonly ItemRange[]): HTMLElement[] {
  // From the end, so that what comes before a mark keeps its place.
  return ranges
    .toReversed()
    .map(({ item, start, end }) => {
      const element = elements[item]!;
      const text = element.firstChild as Text;
      const quoted = text.splitText(start);
      quoted.splitText(end - start);
      const mark = document.createElement('mark');
      mark.dataset.testid = 'pdf-quote';
      quoted.replaceWith(mark);
      mark.append(quoted);
      return mark;
    })
    .toReversed();
}
