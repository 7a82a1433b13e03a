import { readTable } from './table';
import type { Cell } from './tableCell';

const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text }));
const textsOf = (rows: Cell[][], options = {}) =>
  readTable(rows, { page: 1, ...options }).blocks.map((block) => block.text);

describe('readTable', () => {
  it('recognises a row of names and gives them to every row', () => {
    expect(
      textsOf([
        cells('구분', '한도', '비고'),
        cells('강연료', '50만원', ''),
        cells('자문료', '30만원', '연 3회'),
      ]),
    ).toEqual(['구분: 강연료 | 한도: 50만원', '구분: 자문료 | 한도: 30만원 | 비고: 연 3회']);
  });

  it('takes years, but no other figures, for names', () => {
    expect(textsOf([cells('팀', '2024', '2025년'), cells('서울', '1', '2')])).toEqual([
      '팀: 서울 | 2024: 1 | 2025년: 2',
    ]);
    expect(textsOf([cells('서울', '1', '2'), cells('부산', '3', '4')])).toEqual([
      '서울 | 1 | 2',
      '부산 | 3 | 4',
    ]);
  });

  it('reads two columns as facts, unless figures or bold type show that the first row names them', () => {
    const facts = [cells('담당', '준법팀'), cells('시행일', '3월 1일')];
    expect(textsOf(facts)).toEqual(['담당: 준법팀', '시행일: 3월 1일']);
    expect(textsOf([cells('제품', '단가'), cells('나루정', '352'), cells('나루캡슐', '486')])).toEqual([
      '제품: 나루정 | 단가: 352',
      '제품: 나루캡슐 | 단가: 486',
    ]);
    const bold = cells('항목', '내용').map((cell) => ({ ...cell, bold: true }));
    expect(textsOf([bold, ...facts])).toEqual(['항목: 담당 | 내용: 준법팀', '항목: 시행일 | 내용: 3월 1일']);
  });

  it('puts the name of a group before those of its members', () => {
    const group: Cell[] = [{ text: '팀' }, { text: '2025년' }, { text: '2025년', coveredFrom: 'left' }];
    const members: Cell[] = [{ text: '팀', coveredFrom: 'above' }, { text: '1분기' }, { text: '2분기' }];
    expect(textsOf([group, members, cells('서울', '10', '20')])).toEqual([
      '팀: 서울 | 2025년 1분기: 10 | 2025년 2분기: 20',
    ]);
  });

  it('repeats a value for each row it covers, but not within a row', () => {
    const rows: Cell[][] = [
      cells('구분', '품목', '한도'),
      [{ text: '설명회' }, { text: '식음료' }, { text: '5만원' }],
      [{ text: '설명회', coveredFrom: 'above' }, { text: '없음' }, { text: '없음', coveredFrom: 'left' }],
    ];
    expect(textsOf(rows)).toEqual(['구분: 설명회 | 품목: 식음료 | 한도: 5만원', '구분: 설명회 | 품목: 없음']);
  });

  it('takes what stands alone above the table as text, and a single column as paragraphs', () => {
    expect(
      readTable([cells('약가표', ''), cells('코드', '값'), cells('1', '2')], { page: 3 }).blocks,
    ).toEqual([
      { kind: 'paragraph', text: '약가표', page: 3 },
      { kind: 'tableRow', text: '코드: 1 | 값: 2', page: 3 },
    ]);
    expect(readTable([cells('주의'), cells('복용 전 확인')], { page: null }).blocks).toEqual([
      { kind: 'paragraph', text: '주의', page: null },
      { kind: 'paragraph', text: '복용 전 확인', page: null },
    ]);
  });

  it('goes on with the names of the table it continues', () => {
    const rows = [cells('서울', '10', '20')];
    expect(textsOf(rows, { inheritedNames: ['팀', '1월', '2월'] })).toEqual(['팀: 서울 | 1월: 10 | 2월: 20']);
  });

  it('has nothing to say about an empty table, and keeps a header without rows', () => {
    expect(textsOf([cells('', ''), []])).toEqual([]);
    expect(textsOf([cells('코드', '품명')])).toEqual(['코드: 품명']);
    expect(textsOf([cells('코드', '품명', '값')], { headerRows: 1 })).toEqual(['코드 | 품명 | 값']);
  });
});
