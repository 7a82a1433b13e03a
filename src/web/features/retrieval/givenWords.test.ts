import { givenWords } from './givenWords';

it('takes lines, commas and spaces apart, and each word once', () => {
  expect(givenWords('나루아픽정\n나루픽스, 약물감시팀  나루픽스;')).toEqual({
    words: ['나루아픽정', '나루픽스', '약물감시팀'],
    refused: [],
  });
});

it('sets apart what the search cannot take', () => {
  expect(givenWords('약, 나루-아픽, 2026, 나루픽스')).toEqual({
    words: ['나루픽스'],
    refused: ['약', '나루-아픽', '2026'],
  });
});

it('composes Korean typed on a Mac', () => {
  expect(givenWords('나루픽스'.normalize('NFD')).words).toEqual(['나루픽스']);
});
