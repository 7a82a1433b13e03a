import { findPersonalData } from './findPersonalData';

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('personal data in a text', () => {
  it('is found with its kind and place, in the order of the text', () => {
    expect(found('환자 홍길동, 900101-1234568, 010-1234-5678, hong@example.com')).toEqual([
      ['patient_name', '홍길동'],
      ['resident_number', '900101-1234568'],
      ['phone', '010-1234-5678'],
      ['email', 'hong@example.com'],
    ]);
  });

  it('is found in other digits, dashes and behind characters nobody sees', () => {
    expect(found('０１０－１２３４－５６７８')).toEqual([['phone', '０１０－１２３４－５６７８']]);
    expect(found('010\u200b-1234\u200b-5678')).toEqual([['phone', '010\u200b-1234\u200b-5678']]);
  });

  it('is not a number of the company', () => {
    const sentences = [
      '보험코드 067100010, 사업자등록번호 123-45-67890, 문서번호 NP-2026-0312-001',
      '매출 1234567890123원, 2026-01-01부터 2026-12-31까지',
      'sha256 f9001011234568ab, a4111111111111111b, 0b1d5c2e-0101-2345-6789-010123456789',
      '바코드 8801011500124, 고객센터 1588-1234',
    ];
    for (const sentence of sentences) expect(found(sentence)).toEqual([]);
  });

  it('is a resident number only with a birth date that has been', () => {
    expect(found('901301-1234567')).toEqual([]);
    expect(found('990231-1234567')).toEqual([]);
    expect(found('주민번호 210305-3456789')).toEqual([['resident_number', '210305-3456789']]);
  });

  it('takes time in proportion to the length of a hostile text', () => {
    const hostile = [
      '1',
      '0',
      '010-',
      '4111 ',
      '1-',
      'a@',
      'a.',
      'a',
      '@',
      '+1 2',
      '환자',
      '환자 ',
      '환자 김',
      '김 환자',
      '홍길동(',
      'patient ',
      'Patient A',
      'Mr. ',
      '주민 ',
      '-',
      '  ',
      '\u200b',
      '９',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const before = process.cpuUsage();
      findPersonalData(text);
      const { user } = process.cpuUsage(before);
      // Anything that grows with the square of this takes minutes.
      expect({ piece, isLinear: user < 10_000_000 }).toEqual({ piece, isLinear: true });
    }
  });
});
