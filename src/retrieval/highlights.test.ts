import { highlights } from './highlights';

describe('highlights', () => {
  it.each([
    ['아로큐정 급여 기준', '아로큐정은 고혈압에 급여 기준을 둔다.', ['아로큐정은', '급여 기준을']],
    ['급여', '비급여는 급여와 다르다.', ['급여와']],
    ['고혈당', '고혈압과 고혈당', ['고혈당']],
    ['5mg', '1회 5mg, 최대 15mg', ['5mg,']],
    ['HBA1C', '당화혈색소(HbA1c)는 6.5%', ['당화혈색소(HbA1c)는']],
    ['반품', '반품 반품 조건 반품', ['반품 반품', '반품']],
    ['날씨 알려줘', '반품은 30일 이내', []],
    ['안 뜯은 약', '하루 안에 약을 안 먹고', ['안']],
    ['알려줘', '알려줘 그게 뭐야', []],
  ])('%s', (question, text, pieces) => {
    expect(highlights(text, question)).toEqual(pieces);
  });

  it('are pieces of the text as it stands, line breaks and odd forms included', () => {
    const text = '용량은\n2.5㎎\t이며';
    expect(highlights(text, '용량 2.5mg')).toEqual(['용량은\n2.5㎎']);
  });

  it('are not more than guide the eye', () => {
    const text = Array.from({ length: 30 }, (_, place) => `반품${place} 그리고`).join(' ');
    expect(highlights(text, '반품')).toHaveLength(10);
  });
});
