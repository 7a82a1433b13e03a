import { diffTexts } from './diffTexts';

test('a word that was changed is told as removed and added, the rest as the same', () => {
  expect(diffTexts('짧고 정확하게 답한다.\n끝.', '짧고 친절하게 답한다.\n끝.')).toEqual([
    { kind: 'same', text: '짧고 ', words: 1 },
    { kind: 'removed', text: '정확하게', words: 1 },
    { kind: 'added', text: '친절하게', words: 1 },
    { kind: 'same', text: ' 답한다.\n끝.', words: 2 },
  ]);
});

test('the parts of either side together are its text', () => {
  const before = '  하나 둘\n\n셋\t넷 {{today}}';
  const after = '하나  둘 다섯\n셋 넷 {{today}}.\n';
  const parts = diffTexts(before, after);
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect([without('added'), without('removed')]).toEqual([before, after]);
  expect(diffTexts(before, before).map(({ kind }) => kind)).toEqual(['same']);
  expect(diffTexts('', '')).toEqual([]);
});
