import type { GlossaryEntry } from '../../../shared/glossary';
import type { Language } from '../../../shared/problem';

export const sections = ['sales', 'interactions', 'dimensions'] as const;
export type Section = (typeof sections)[number];

/** Where an entry stands: metrics by their subject, groupings together. */
export function sectionOf({ kind, subjects }: GlossaryEntry): Section {
  return kind === 'dimension' ? 'dimensions' : subjects[0]!;
}

/** Whether what is looked for stands in an entry's name, meaning or words; the words of both languages count. */
export function isFound(entry: GlossaryEntry, sought: string, language: Language): boolean {
  const texts = [entry.label[language], entry.definition[language], ...entry.words.ko, ...entry.words.en];
  const plain = (text: string) => text.toLowerCase().replace(/\s+/gu, '');
  return texts.some((text) => plain(text).includes(plain(sought)));
}
