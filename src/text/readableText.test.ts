import { openReadableText, readableText } from './readableText';

test('what nobody sees is taken out, what stands in a text stays', () => {
  expect(readableText('답\0변\u001b[2J\u0007\u202e끝\u{E0041}\u{E007F}')).toBe('답변[2J끝');
  const text = '표 | 값\r\n\t급여 👩‍⚕️ café 한글 \u200b가';
  expect(readableText(text)).toBe(text);
  expect(readableText('\ud83d 반쪽')).toBe('\ufffd 반쪽');
});

test('a character that comes in two pieces stays whole', () => {
  const read = openReadableText();
  const [high, low] = ['\ud83d', '\ude00'];
  expect([read(`웃음 ${high}`), read(`${low} 끝${high}`)].join('')).toBe('웃음 😀 끝');
});
