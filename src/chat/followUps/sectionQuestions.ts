import type { NameDirectory } from '../../retrieval/nameDirectory';
import type { Language } from '../../shared/problem';

/** Letters of a heading that can be asked for: shorter ones say nothing, longer ones are sentences. */
const shortest = 2;
const longest = 24;

/** Numbers and marks before a heading: `제3조`, `2.1`, `(가)`. */
const numbering = /^(?:제\s?\d+\s?[조장절항]\s*|[\d.]+[.)]?\s+|[IVX]+\.\s+|\([가-힣\d]\)\s*)+/u;

/**
 * Questions for sections of a document, each naming the product that the document is about, or its title.
 * @param headings from the section that was quoted on: the next sections come first.
 */
export function sectionQuestions(
  title: string,
  headings: string[],
  { language, directory }: { language: Language; directory: NameDirectory },
): string[] {
  const subject = subjectOf(title, directory);
  const sections = headings
    .map((heading) => sectionOf(heading))
    .filter((section) => isAskable(section, language) && !title.includes(section));
  return [...new Set(sections)].map((section) =>
    language === 'ko' ? `${subject} ${section} 알려줘` : `What about ${section} for ${subject}?`,
  );
}

/** The word of the title that names a product, as it stands there; else the title. */
function subjectOf(title: string, directory: NameDirectory): string {
  const [name] = directory.namesIn(title);
  const word = name && title.split(/\s+/u).find((part) => part.toLowerCase().startsWith(name.toLowerCase()));
  return word ?? title.replace(/\.\w{2,4}$/u, '');
}

/** `1. 제품 > 제3조 (이상반응)` is 이상반응. */
function sectionOf(heading: string): string {
  const last = heading.split(' > ').at(-1)!.trim().replace(numbering, '');
  return last
    .replace(/^\((.+)\)$/u, '$1')
    .replace(/[.:]$/u, '')
    .trim();
}

function isAskable(section: string, language: Language): boolean {
  const isKorean = /[가-힣]/u.test(section);
  return section.length >= shortest && section.length <= longest && isKorean === (language === 'ko');
}
