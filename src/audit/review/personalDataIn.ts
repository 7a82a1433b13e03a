import { findPersonalData } from '../../privacy/findPersonalData';
import type { PersonalDataKind } from '../../shared/personalData';

/** Kinds of personal data in a text, by how often they stand there; never the data itself. */
export function personalDataIn(text: string): Partial<Record<PersonalDataKind, number>> {
  const counts: Partial<Record<PersonalDataKind, number>> = {};
  for (const { kind } of findPersonalData(text)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
