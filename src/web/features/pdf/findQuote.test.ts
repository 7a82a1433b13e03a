import { findQuote, type FoundQuote } from './findQuote';

function marked(items: string[], { ranges }: FoundQuote): string[] {
  return ranges.map(({ item, start, end }) => items[item]!.slice(start, end));
}

it('finds a Korean quote over lines that break inside words, with other spaces', () => {
  const items = ['복용을 잊었으면 생각난 즉', '시 복용하고, 다음 복용은', '원래 시간에 한다.'];
  const found = findQuote(items, {
    quote: '생각난 즉시 복용하고, 다음  복용은 원래 시간에 한다.',
    before: '',
  });
  expect(marked(items, found)).toEqual(['생각난 즉', '시 복용하고, 다음 복용은', '원래 시간에 한다']);
  expect(found.found).toBe(1);
});

it('finds letters that the file holds in parts, one by one, or as ligatures', () => {
  const items = ['나루아픽정'.normalize('NFD'), '1', '일', '2', '회', 'eﬃcacy'];
  const found = findQuote(items, { quote: '나루아픽정 1일 2회 efficacy', before: '' });
  expect(found.ranges.map(({ item }) => item)).toEqual([0, 1, 2, 3, 4, 5]);
});

it('finds an English word that is hyphenated at the end of a line', () => {
  const items = ['The primary end-', 'point was met.'];
  expect(findQuote(items, { quote: 'The primary endpoint was met.', before: '' }).found).toBe(1);
});

it('marks the occurrence behind the words that stood before the quote', () => {
  const items = ['시작: 1일 1회 5mg', '유지: 1일 1회 5mg'];
  const { ranges } = findQuote(items, { quote: '1일 1회 5mg', before: '용량 유지: ' });
  expect(ranges).toEqual([{ item: 1, start: 4, end: 13 }]);
});

it("finds a table's row, which the passage writes with the names of its columns", () => {
  const items = ['이상반응', '위약', '5mg', '말초 부종', '0.6%', '3.0%', '두통', '7.9%', '7.2%'];
  const quote = '이상반응: 두통 | 위약: 7.9% | 5mg: 7.2%';
  expect(marked(items, findQuote(items, { quote, before: '' }))).toEqual(['두통', '7.9', '7.2']);
});

it('finds the part of a quote that is on this page', () => {
  const items = ['출혈 위험이 큰 환자에게는 용량을 줄여'];
  const quote = '출혈 위험이 큰 환자에게는 용량을 줄여 투여하고 신기능을 살핀다.';
  const { found } = findQuote(items, { quote, before: '' });
  expect(found).toBeGreaterThan(0.5);
  expect(found).toBeLessThan(1);
});

it('marks nothing where only chance words agree', () => {
  const items = ['나루다파정은 1일 1회 복용한다.'];
  const quote = '나루아픽정을 잊고 복용하지 않았을 때에는 생각난 즉시 복용한다.';
  expect(findQuote(items, { quote, before: '' })).toEqual({ ranges: [], found: 0 });
  expect(findQuote(items, { quote: ' ', before: '' }).ranges).toEqual([]);
});
