import { findPersonalData } from '../../privacy/findPersonalData';
import { personalDataKinds, personalDataLabels, type PersonalDataKind } from '../../shared/personalData';

/**
 * Kinds of personal data in a text, by how often they stand there, or stood there before they were masked; never the data
 * itself.
 */
export function personalDataIn(text: string): Partial<Record<PersonalDataKind, number>> {
  const masked = personalDataKinds.flatMap((kind) =>
    Array.from({ length: text.split(personalDataLabels[kind]).length - 1 }, () => kind),
  );
  const counts: Partial<Record<PersonalDataKind, number>> = {};
  for (const kind of [...findPersonalData(text).map((found) => found.kind), ...masked])
    counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
