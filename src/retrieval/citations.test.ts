import { citeAnswer, type NumberedPassage } from './citations';

function passage(number: number, text: string, charStart = 0): NumberedPassage {
  return {
    number,
    text,
    charStart,
    charEnd: charStart + text.length,
    documentId: `document ${number}`,
    chunkId: `chunk ${number}`,
    title: `제목 ${number}`,
    docType: 'reference',
    parentId: `chunk ${number}`,
    heading: '',
    page: null,
    score: 1,
    highlights: [],
    version: 1,
    duplicates: [],
    around: {
      text,
      charStart,
      parts: [{ id: `chunk ${number}`, page: null, charStart, charEnd: charStart + text.length }],
    },
  };
}

/** The passage as it is read: with the chunk after it, which is on the next page. */
function readWithNext(found: NumberedPassage, next: string): NumberedPassage {
  const { chunkId, charStart, charEnd } = found;
  const nextStart = charEnd + 2;
  return {
    ...found,
    page: 4,
    around: {
      text: `${found.text}\n\n${next}`,
      charStart,
      parts: [
        { id: chunkId, page: 4, charStart, charEnd },
        { id: 'next chunk', page: 5, charStart: nextStart, charEnd: nextStart + next.length },
      ],
    },
  };
}

const dose = passage(1, '권장 용량은 1회 5mg이다. 80세 이상은 1회 2.5mg으로 줄인다. 식사와 무관하다.', 100);
const storage = passage(2, '냉장고에 보관한다. 개봉 후 14일 안에 사용한다.');

test('the quote is the sentence that carries the statement, verbatim, with its place in the document', () => {
  const [citation] = citeAnswer('80세 이상이면 1회 2.5mg으로 줄입니다 [1].', [dose, storage]);
  expect(citation).toMatchObject({ number: 1, quote: '80세 이상은 1회 2.5mg으로 줄인다.', title: '제목 1' });
  const { charStart, charEnd, quote } = citation!;
  expect(dose.text.slice(charStart - 100, charEnd - 100)).toBe(quote);
});

test('of two sentences that are quoted together the one said first is the quote', () => {
  const costs = passage(1, '급여 검사: 30%를 본인이 부담한다.\n비급여 검사: 전액 본인 부담이며 미리 알린다.');
  const [citation] = citeAnswer(
    '“급여 검사: 30%를 본인이 부담한다.” “비급여 검사: 전액 본인 부담이며 미리 알린다.” [1]',
    [costs],
  );
  expect(citation).toMatchObject({ quote: '급여 검사: 30%를 본인이 부담한다.' });
});

test('a quote that stands in a neighbouring chunk is cited with its chunk, page and place', () => {
  const text = '간 기능이 떨어진 환자는 복용하지 않는다. 출혈이 있는 환자도 같다.';
  const read = readWithNext(dose, text);
  const [citation] = citeAnswer('출혈이 있는 환자도 복용하지 않습니다 [1].', [read]);
  const charStart = dose.charEnd + 2 + text.indexOf('출혈');
  const quote = '출혈이 있는 환자도 같다.';
  expect(citation).toMatchObject({ chunkId: 'next chunk', page: 5, quote, charStart });
  expect(citation!.charEnd).toBe(charStart + quote.length);
  expect(citeAnswer('1회 5mg이 권장 용량입니다 [1].', [read])).toMatchObject([
    { chunkId: 'chunk 1', page: 4 },
  ]);
});

test('each marker is held against the statement before it, in one line', () => {
  const answer = '식사와 무관하게 복용합니다 [1].\n개봉하면 14일 안에 사용하세요 [2].';
  expect(citeAnswer(answer, [dose, storage]).map(({ quote }) => quote)).toEqual([
    '식사와 무관하다.',
    '개봉 후 14일 안에 사용한다.',
  ]);
});

test('two markers behind one statement both stand for it', () => {
  const other = passage(3, '개봉 후에는 14일 안에 사용할 것.');
  for (const answer of ['개봉 후 14일 안에 사용합니다 [2][3].', '개봉 후 14일 안에 사용합니다 [2, 3].']) {
    expect(citeAnswer(answer, [storage, other]).map(({ number }) => number)).toEqual([2, 3]);
  }
});

test.each([
  ['names no passage', '냉장고에 보관합니다 [9].'],
  ['is not carried by its passage', '이 약은 임산부에게 금기입니다 [2].'],
  ['has no statement before it', '[2]'],
])('a marker that %s gives no citation', (_what, answer) => {
  expect(citeAnswer(answer, [dose, storage])).toEqual([]);
});
