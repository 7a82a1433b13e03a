import { everyAddress, kindOf } from './addresses';
import { faultsOfText } from './texts';

const data = '{"type":"상급종합병원","name":"새봄대학교병원","owner":"한가람","file":"naruapix.product.pdf"}';

test.each([
  ['a stack', '    at render (main.js:12:34)', 'ko', 'raw error'],
  ['a value that is none', 'undefined님의 실적', 'ko', 'raw error'],
  ['a date that is none', 'Invalid Date', 'en', 'raw error'],
  ['a key that is known', 'chat.composer.label', 'ko', 'raw key'],
  ['a key that nobody knows', 'audit.turn.heading', 'en', 'raw key'],
  [
    'an English text in Korean',
    'The server cannot be reached. Please check your network and try again.',
    'ko',
    'text of the other',
  ],
  ['a Korean text in English', '화면을 찾을 수 없습니다', 'en', 'untranslated'],
  ['Korean beside data', '새봄대학교병원 삭제할까요', 'en', 'untranslated'],
  ['a value there are words for', '상급종합병원', 'en', 'untranslated value'],
  ['an English sentence of nobody', 'Please wait while this is loading', 'ko', 'untranslated'],
] as const)('%s is a fault', (_what, text, language, fault) => {
  expect(faultsOfText(text, language, data)).toEqual([expect.stringContaining(fault)]);
});

test.each([
  ['data', '새봄대학교병원 · 한가람', 'en'],
  ['the name of a file', 'naruapix.product.pdf', 'en'],
  ['a text of the page', '다시 시도', 'ko'],
  ['a language, in itself', '한국어', 'en'],
] as const)('%s is none', (_what, text, language) => {
  expect(faultsOfText(text, language, data)).toEqual([]);
});

test('the addresses are those of the router, and a key in one counts for nothing', () => {
  const table = everyAddress();
  expect(table).toEqual(
    expect.arrayContaining(['/', '/login', '/c/:conversationId', '/audit/turns/:turnId']),
  );
  expect(kindOf('/audit/turns/17?at=3', table)).toBe('/audit/turns/:turnId');
  expect(kindOf('/audit/numbers', table)).toBe('/audit/numbers');
});
