import iconv from 'iconv-lite';
import { noise } from '../fixtures/parseWritten';
import { decodeText } from './decodeText';

const korean = '나루암로정은 고혈압에 쓴다.\n하루 한 번 5mg을 복용한다.\n';

describe('decodeText', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'cp949'])('reads %s without a byte order mark', (encoding) => {
    expect(decodeText(iconv.encode(korean, encoding))).toBe(korean);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'reads %s with its byte order mark, and leaves the mark out',
    (encoding) => {
      expect(decodeText(iconv.encode(korean, encoding, { addBOM: true }))).toBe(korean);
    },
  );

  it('reads the letters that only the extended code (CP949) has', () => {
    const extended = '똠방각하와 펲시, 뷁';
    expect(decodeText(iconv.encode(extended, 'cp949'))).toBe(extended);
  });

  it.each(['안녕', '가', 'BMI 기준', '약 5mg, 2회'])('needs no long text to recognise CP949: %s', (text) => {
    expect(decodeText(iconv.encode(text, 'cp949'))).toBe(text);
  });

  it('composes decomposed Hangul', () => {
    const decomposed = Buffer.from('\u1102\u1161\u1105\u116e\u110c\u1165\u11bc', 'utf-8');
    expect(decodeText(decomposed)).toBe('나루정');
  });

  it('reads other legacy encodings by their statistics', () => {
    const french = 'Le traitement a été efficace chez les patients âgés; la dose était élevée. '.repeat(5);
    expect(decodeText(iconv.encode(french, 'windows-1252'))).toBe(french);
    const japanese = '患者は治療を受けました。用量は五ミリグラムでした。'.repeat(5);
    expect(decodeText(iconv.encode(japanese, 'shift_jis'))).toBe(japanese);
  });

  it('takes text with a few control characters', () => {
    expect(decodeText(Buffer.from('첫째 쪽이다.\f둘째 쪽이다.\u0000 끝.'))).toContain('둘째 쪽이다.');
  });

  it.each([
    ['random bytes', noise(4096)],
    ['a few random bytes', Buffer.from('9f03c1000e7a', 'hex')],
    ['random bytes behind a byte order mark', Buffer.concat([Buffer.from('fffe', 'hex'), noise(4096)])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
    ['zeros', Buffer.alloc(100)],
    ['a legacy text with zeros', Buffer.concat([iconv.encode(korean.repeat(20), 'cp949'), Buffer.alloc(3)])],
  ])('refuses %s', (_what, content) => {
    expect(decodeText(content)).toBeNull();
  });
});
