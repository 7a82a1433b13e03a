import type { NumberedPassage } from './chooseQuotes';
import { documentSentences } from './documentSentences';
import type { Understanding } from './understanding';

function passage(number: number, part: Partial<NumberedPassage>): NumberedPassage {
  return {
    number,
    documentId: `d${number}`,
    chunkId: `c${number}`,
    title: '제품정보',
    docType: 'product-info',
    parentId: `c${number}`,
    heading: '',
    page: 1,
    charStart: 0,
    charEnd: 0,
    text: '',
    score: 10 - number,
    highlights: [],
    version: 1,
    duplicates: [],
    ...part,
  };
}

const asking = (searchQuery: string, more: Partial<Understanding> = {}): Understanding => ({
  language: 'ko',
  intent: 'documents',
  searchQuery,
  remarks: [],
  ...more,
});

const dosage = passage(1, {
  title: '나루아픽정 제품정보',
  heading: '나루아픽정 제품정보 > 3. 용법·용량',
  text: '3. 용법·용량\n권장 용량은 1회 5mg을 1일 2회 경구 투여하는 것이다. 식사와 관계없이 복용한다.\n정제를 부수어 물에 섞어 복용할 수 있다.',
});
const storage = passage(2, {
  title: '나루아픽정 제품정보',
  heading: '나루아픽정 제품정보 > 7. 저장방법',
  text: '7. 저장방법\n기밀용기에 담아 실온(1~30℃)에서 보관한다.',
});
const otherProduct = passage(3, {
  title: '나루암로정 제품정보',
  heading: '나루암로정 제품정보 > 용법·용량',
  text: '권장 용량은 1일 1회 5mg이며 10mg까지 증량할 수 있다.',
});

test('the sentence that answers is quoted verbatim, on one line, with its document and number', () => {
  const words = documentSentences(
    { passages: [dosage, storage], grade: 'found' },
    asking('나루아픽정 권장 용량은?'),
  );
  expect(words).toBe(
    '「나루아픽정 제품정보」에 따르면:\n“권장 용량은 1회 5mg을 1일 2회 경구 투여하는 것이다.” [1]',
  );
});

test('other words for the same thing find it too, and a heading speaks for the lines below it', () => {
  const words = documentSentences(
    { passages: [dosage, storage], grade: 'found' },
    asking('나루아픽정 보관법 알려줘'),
  );
  expect(words).toContain('“기밀용기에 담아 실온(1~30℃)에서 보관한다.” [2]');
  expect(words).not.toContain('[1]');
});

test('a passage about another product is not what is meant', () => {
  const understanding = asking('나루아픽정 권장 용량은?', { about: ['나루아픽'] });
  const words = documentSentences(
    { passages: [{ ...otherProduct, score: 20 }, dosage], grade: 'found' },
    understanding,
  );
  expect(words).toContain('[1]');
  expect(words).not.toContain('[3]');
});

test('of questions and answers the answer is quoted', () => {
  const qna = passage(1, {
    title: '현장 Q&A',
    text: 'Q. 견본품은 몇 번 줄 수 있나요? 연 2회, 1회에 1개까지 줄 수 있습니다.\nQ. 개인카드로 결제했습니다. 법인카드만 인정합니다.',
  });
  const answer = (question: string) =>
    documentSentences({ passages: [qna], grade: 'found' }, asking(question));
  expect(answer('견본품은 몇 번 줄 수 있어?')).toContain('“연 2회, 1회에 1개까지 줄 수 있습니다.” [1]');
  expect(answer('개인카드 결제 되나요?')).toContain('“법인카드만 인정합니다.” [1]');
  expect(answer('개인카드 결제 되나요?')).not.toContain('결제했습니다');
});

test('a row of a table is quoted as it stands', () => {
  const prices = passage(1, {
    title: '약가 안내문',
    heading: '약가 안내문 > 상한금액',
    text: '제품명: 나루암로정 5mg | 상한금액: 352원\n제품명: 나루암로정 10mg | 상한금액: 486원',
  });
  const words = documentSentences(
    { passages: [prices], grade: 'found' },
    asking('나루암로정 10mg 약가 얼마야?'),
  );
  expect(words).toContain('“제품명: 나루암로정 10mg | 상한금액: 486원”');
});

test.each([
  ['ko' as const, '확실한 근거는 찾지 못했습니다', '「나루아픽정 제품정보」:', '에 따르면'],
  ['en' as const, 'no sure evidence', '“나루아픽정 제품정보”:', 'According to'],
])(
  'what only stands near is quoted with the word that it may not be the answer (%s)',
  (language, said, source, sure) => {
    const words = documentSentences(
      { passages: [dosage], grade: 'near' },
      asking('권장 용량은?', { language }),
    );
    expect(words).toContain(said);
    expect(words).toContain(source);
    expect(words).toContain('“권장 용량은 1회 5mg을 1일 2회 경구 투여하는 것이다.” [1]');
    expect(words).not.toContain(sure);
  },
);

test('without evidence it says so, shorter where figures answered already', () => {
  const none = { passages: [dosage], grade: 'none' as const };
  expect(documentSentences(none, asking('임신 중 사용'))).toContain('근거를 찾지 못했습니다');
  expect(documentSentences({ passages: [], grade: 'found' }, asking('x', { language: 'en' }))).toContain(
    'no evidence',
  );
  const sales = { metrics: ['amount'], period: { from: '2026-09-01', to: '2026-09-30' } };
  expect(documentSentences(none, asking('원인', { sales }))).not.toContain('다시 물어봐');
});
