import { cleanLine, cleanText } from './cleanText';

describe('cleanText', () => {
  it('composes, removes what nobody sees, and keeps single spaces and line breaks', () => {
    const text = ' \uFEFF나\u1105\u116e\u200B정\u00A0\u3000 5mg\u0000\u0007\r\n\r\n \t둘째\u0085 줄\uD800 ';
    expect(cleanText(text)).toBe('나루정 5mg\n둘째\n줄');
    expect(cleanLine(text)).toBe('나루정 5mg 둘째 줄');
  });

  it('leaves whole characters beyond the basic plane alone', () => {
    expect(cleanText('좋음 😀 𠮷')).toBe('좋음 😀 𠮷');
  });
});
