import { locateQuote } from './locateQuote';

const chunk = { text: '1일 1회. 증량 시 1일 1회 유지.', charStart: 100 };

it('marks the occurrence the citation means, not the first one', () => {
  expect(locateQuote(chunk, { quote: '1일 1회', charStart: 112 })).toEqual({
    before: '1일 1회. 증량 시 ',
    quote: '1일 1회',
    after: ' 유지.',
  });
});

it('finds the quote when its place has moved', () => {
  expect(locateQuote(chunk, { quote: '증량 시', charStart: 5 })?.before).toBe('1일 1회. ');
});

it('says so when the chunk does not have the quote', () => {
  expect(locateQuote(chunk, { quote: '1일 2회', charStart: 100 })).toBeUndefined();
});
