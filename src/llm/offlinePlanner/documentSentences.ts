import { chooseQuotes, type NumberedPassage, type Quote } from './chooseQuotes';
import type { EvidenceGrade } from '../../shared/search';
import type { Texts } from './texts';
import type { Understanding } from './understanding';

const noEvidence: Texts = {
  ko: '볼 수 있는 문서에서 이 질문의 근거를 찾지 못했습니다. 제품명이나 규정 이름처럼 문서에 쓰였을 말로 다시 물어봐 주세요.',
  en: 'I found no evidence for this in the documents you may see. Please ask again with words the documents would use, such as a product or the name of a rule.',
};
const notSure: Texts = {
  ko: '이 질문의 확실한 근거는 찾지 못했습니다. 가장 가까운 내용이니 답이 맞는지 문서에서 확인해 주세요.',
  en: 'I found no sure evidence for this. This is what comes nearest: please check in the documents whether it answers you.',
};
const noFurtherEvidence: Texts = {
  ko: '관련 설명은 볼 수 있는 문서에서 찾지 못했습니다.',
  en: 'I found no explanation of this in the documents you may see.',
};

/** What documents say: their best sentences, verbatim, each line with the number of its passage. */
export function documentSentences(
  { passages, grade }: { passages: NumberedPassage[]; grade: EvidenceGrade },
  { language, searchQuery, fallbackQuery, about, sales, interactions }: Understanding,
): string {
  const quotes = grade === 'none' ? [] : chooseQuotes(searchQuery ?? fallbackQuery ?? '', passages, about);
  if (quotes.length === 0) return (sales || interactions ? noFurtherEvidence : noEvidence)[language];
  const said = byTitle(quotes)
    .map(({ title, lines }) => [source(title, grade)[language], ...lines].join('\n'))
    .join('\n\n');
  return grade === 'near' ? `${notSure[language]}\n\n${said}` : said;
}

/** What stands near is not said to be the answer. */
function source(title: string, grade: EvidenceGrade): Texts {
  return grade === 'near'
    ? { ko: `「${title}」:`, en: `“${title}”:` }
    : { ko: `「${title}」에 따르면:`, en: `According to “${title}”:` };
}

/** Quotes of one document stand together, in the order of the best. */
function byTitle(quotes: Quote[]): { title: string; lines: string[] }[] {
  const titles = [...new Set(quotes.map(({ passage }) => passage.title))];
  return titles.map((title) => ({
    title,
    lines: quotes
      .filter(({ passage }) => passage.title === title)
      .map(({ texts, passage }) => `${texts.map((text) => `“${text}”`).join(' ')} [${passage.number}]`),
  }));
}
