import type { NameDirectory } from '../../retrieval/nameDirectory';
import type { Language } from '../../shared/problem';

/** Letters of a heading that can be asked for: shorter ones say nothing, longer ones are sentences. */
const shortest = 2;
const longest = 24;
/** Letters of a heading that is a question itself. */
const longestQuestion = 60;

/** Numbers and marks before a heading: `제3조`, `2.1`, `Q4.`, `(가)`. */
const numbering = /^(?:제\s?\d+\s?[조장절항]\s*|Q?\d[\d.]*[.)]?\s+|[IVX]+\.\s+|\([가-힣\d]\)\s*)+/u;
/** A part of a section says little without it: `3.1 성인` is of 용법·용량. */
const subsection = /^\d+\.\d/u;

/** Sections that every document has and nobody asks for. */
const nobodyAsks =
  /^(?:(?:제품\s?)?개요|요지|요점|목적|용어|배경|한계|기타|문의|연락처|안내|발표자 노트|introduction|overview|summary|key messages|background|limitations|contact)/iu;

/**
 * Questions for sections of a document, each naming the product that the document is about, or its title; a heading that is a
 * question stands as it is.
 * @param headings in the order in which they are offered.
 */
export function sectionQuestions(
  title: string,
  headings: string[],
  { language, directory }: { language: Language; directory: NameDirectory },
): string[] {
  const product = productIn(title, directory);
  const sections = headings
    .map((heading) => sectionOf(heading, directory))
    .filter((section) => isAskable(section, language) && !isTitle(section, title));
  return [...new Set(sections)].map((section) => {
    if (section.endsWith('?')) return section;
    if (language === 'en') return `What about ${section.toLowerCase()} for ${product ?? plain(title)}?`;
    if (!product) return `${plain(title)}에서 ${section} 알려줘`;
    return section.includes(product) ? `${section} 알려줘` : `${product} ${section} 알려줘`;
  });
}

/** Whether a heading is that of the whole document, or a part of its title. */
function isTitle(section: string, title: string): boolean {
  return (
    title.includes(section) ||
    plain(title)
      .split(/\s+/u)
      .every((word) => section.includes(word))
  );
}

/** The word of a title that names a product, as it stands there. */
function productIn(title: string, directory: NameDirectory): string | undefined {
  const word = title.match(/[\p{L}\p{N}]+/gu)?.find((part) => directory.namesIn(part).length > 0);
  const isOnly = word && directory.namesIn(title).length === directory.namesIn(word).length;
  return isOnly ? word : undefined;
}

/** A title without its year and edition: those who ask mean the one in force. */
function plain(title: string): string {
  return title
    .replace(/\s*\([^)]*\)/gu, '')
    .replace(/\.\w{2,4}$/u, '')
    .replace(/^\d{4}년도?\s+/u, '');
}

/**
 * `제품 > 3. 용법·용량 > 3.1 성인` is 용법·용량, `제2장 한도 > 제4조 식음료` is 식음료; a question below the name of a product is
 * about that one.
 */
function sectionOf(heading: string, directory: NameDirectory): string {
  const parts = heading.split(' > ');
  const last = parts.at(-1)!;
  if (last.endsWith('?')) {
    const question = last.replace(numbering, '').trim();
    const above = directory.namesIn(question).length === 0 ? parts.at(-2) : undefined;
    if (!above || directory.namesIn(above).length === 0) return question;
    const product = productIn(above, directory);
    return product ? `${product} ${question}` : '';
  }
  const section = subsection.test(last) && parts.length > 2 ? parts.at(-2)! : last;
  return section
    .replace(numbering, '')
    .replace(/^\((.+)\)$/u, '$1')
    .trim();
}

function isAskable(section: string, language: Language): boolean {
  const isKorean = /[가-힣]/u.test(section);
  const isShort = section.length <= (section.endsWith('?') ? longestQuestion : longest);
  return (
    section.length >= shortest && isShort && isKorean === (language === 'ko') && !nobodyAsks.test(section)
  );
}
