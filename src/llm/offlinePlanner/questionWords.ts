import { contentWords } from '../../storage/searchIndex/questionWords';
import { indexTokens } from '../../storage/searchIndex/tokens';

/** Words that reps use and documents write differently; any of a line stands for the others. */
const sameMeaning = `
신장애 신기능 신장 신부전 콩팥 크레아티닌
간장애 간기능 간질환
약가 상한금액 보험약가
가격 상한금액 단가
부작용 이상반응 이상사례
임산부 임부 임신
수유부 수유
어린이 소아
노인 고령자 고령
복용법 용법 복용
보관법 저장방법 보관
유효기간 사용기간
식사비 식음료 식대
도시락 식음료
샘플 견본품
며칠 일수
같이 병용 함께
먹 복용
쪼개 분할
나이 연령
살 연령 세
계산 산정
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** A word of a question, with the other words that would answer it; each as the tokens it is compared by. */
export interface QuestionWord {
  alternatives: string[][];
}

/** The words of a question that a sentence can share. */
export function questionWords(question: string): QuestionWord[] {
  return contentWords(question)
    .filter(isTelling)
    .map((word) => ({
      alternatives: [word, ...othersFor(word)].map((text) => indexTokens(text)),
    }));
}

/** How much of a word stands in a text, given as its tokens: 0 to 1, of its best alternative. */
export function coverage({ alternatives }: QuestionWord, tokens: ReadonlySet<string>): number {
  return Math.max(
    ...alternatives.map((words) => words.filter((token) => tokens.has(token)).length / words.length),
  );
}

/** One syllable (일, 년) is in every other word. */
function isTelling(word: string): boolean {
  return word.length > 1 || /[a-z\d]/u.test(word);
}

function othersFor(word: string): string[] {
  return sameMeaning.filter((line) => line.some((other) => word.startsWith(other))).flat();
}
