import { parseCsv } from './parseCsv';

const rowsOf = (text: string, delimiter = ',') =>
  parseCsv(text, delimiter).blocks.map((block) => [block.kind, block.text]);

describe('parseCsv', () => {
  it('gives each record the names of the first one, and leaves out empty cells', () => {
    expect(
      rowsOf(
        '제품코드,제품명,단가,비고\n067100010,나루암로정 5mg,352,\n067100020,나루암로정 10mg,"1,486",분할 불가\n',
      ),
    ).toEqual([
      ['tableRow', '제품코드: 067100010 | 제품명: 나루암로정 5mg | 단가: 352'],
      ['tableRow', '제품코드: 067100020 | 제품명: 나루암로정 10mg | 단가: 1,486 | 비고: 분할 불가'],
    ]);
  });

  it('reads quotes, doubled quotes, delimiters and line breaks within a cell', () => {
    expect(rowsOf('이름,설명\n나루정,"1일 1회\n식후, 물과 함께"\n특가,"""행사"" 상품"\n')).toEqual([
      ['tableRow', '이름: 나루정 | 설명: 1일 1회 식후, 물과 함께'],
      ['tableRow', '이름: 특가 | 설명: "행사" 상품'],
    ]);
  });

  it('takes spaces around quotes for decoration', () => {
    expect(rowsOf('이름, 설명\n나루정, "식후, 물과 함께"\n')).toEqual([
      ['tableRow', '이름: 나루정 | 설명: 식후, 물과 함께'],
    ]);
  });

  it('keeps reading where a quotation mark is never closed', () => {
    expect(rowsOf('이름,값\n나루정,"5\n나루캡슐,10\n')).toEqual([
      ['tableRow', '이름: 나루정 | 값: "5'],
      ['tableRow', '이름: 나루캡슐 | 값: 10'],
    ]);
  });

  it('takes titles above the table as text, and rows of any length', () => {
    expect(rowsOf('2025년 약가,,\n\n코드,품명,단가\n1,나루정\n2,나루캡슐,486,추가\n')).toEqual([
      ['paragraph', '2025년 약가'],
      ['tableRow', '코드: 1 | 품명: 나루정'],
      ['tableRow', '코드: 2 | 품명: 나루캡슐 | 단가: 486 | 추가'],
    ]);
  });

  it('gives rows without names where the first record holds figures', () => {
    expect(rowsOf('1;나루정;352\n2;나루캡슐;486\n', ';')).toEqual([
      ['tableRow', '1 | 나루정 | 352'],
      ['tableRow', '2 | 나루캡슐 | 486'],
    ]);
  });

  it('keeps columns of the same name apart', () => {
    expect(rowsOf('팀,매출,매출\n서울,1,2\n')).toEqual([['tableRow', '팀: 서울 | 매출: 1 | 매출: 2']]);
  });
});
