import { personalDataLabels, type PersonalDataKind } from '../shared/personalData';
import { findPersonalData, type Finding } from './findPersonalData';

/** What is masked: the kinds, but nothing that is spared. */
export interface MaskRule {
  kinds: ReadonlySet<PersonalDataKind>;
  /** Whether this piece of a text stays although its kind is masked. */
  isSpared?(kind: PersonalDataKind, value: string): boolean;
}

/** Personal data in a text that the rule does not let stand. */
export function findMasked(text: string, { kinds, isSpared }: MaskRule): Finding[] {
  return findPersonalData(text).filter(
    ({ kind, start, end }) => kinds.has(kind) && !isSpared?.(kind, text.slice(start, end)),
  );
}

/** The text with the name of its kind in place of each piece of personal data: `[주민등록번호]`. */
export function maskText(text: string, rule: MaskRule): string {
  const found = findMasked(text, rule);
  return found.length === 0 ? text : replaced(text, found, 0, text.length);
}

/** The part of a text from `from` to `to`, in which nothing of `found` is cut by either. */
export function replaced(text: string, found: Finding[], from: number, to: number): string {
  let written = '';
  let at = from;
  for (const { kind, start, end } of found) {
    if (start < from || end > to) continue;
    written += text.slice(at, start) + personalDataLabels[kind];
    at = end;
  }
  return written + text.slice(at, to);
}
