import { detectTextFormat } from './detectTextFormat';

const csv = '코드,품명,단가\n1,나루정,352\n2,나루캡슐,486\n';
const markdown = '# 나루정 안내\n\n하루 **한 번** 복용한다.\n\n- 식후\n- 물과 함께\n';
const text = '제1장 총칙\n\n나루정은 하루 한 번 복용한다.\n식후에 물과 함께 복용한다.\n';

describe('detectTextFormat', () => {
  it.each([
    [csv, 'a.csv', 'text/csv'],
    [csv, 'a.txt', 'text/csv'],
    [csv, 'a.md', 'text/csv'],
    [csv, '이름', 'text/csv'],
    [markdown, 'a.md', 'text/markdown'],
    [markdown, 'a.txt', 'text/markdown'],
    [markdown, 'a.csv', 'text/markdown'],
    [text, 'a.txt', 'text/plain'],
    [text, 'a.md', 'text/plain'],
    [text, 'a.csv', 'text/plain'],
  ])('goes by the content %j of %s', (content, fileName, mediaType) => {
    expect(detectTextFormat(content, fileName).mediaType).toBe(mediaType);
  });

  it.each([
    ['- 식후\n- 물과 함께\n', 'a.md', 'text/markdown'],
    ['- 식후\n- 물과 함께\n', 'a.txt', 'text/plain'],
    ['사과, 배\n포도, 귤\n감, 밤\n', 'a.csv', 'text/csv'],
    ['사과, 배\n포도, 귤\n감, 밤\n', 'a.txt', 'text/plain'],
    ['코드,품명\n1,나루정\n', 'a.csv', 'text/csv'],
    ['코드,품명\n1,나루정\n', 'a.txt', 'text/plain'],
  ])('lets the name decide what %j is: %s', (content, fileName, mediaType) => {
    expect(detectTextFormat(content, fileName).mediaType).toBe(mediaType);
  });

  it('does not take commas of prose for columns', () => {
    const prose = '나는 어제, 약을 먹었다.\n너는 오늘, 약을 먹는다.\n우리는 내일, 약을 먹겠다.\n';
    expect(detectTextFormat(prose, 'a.txt').mediaType).toBe('text/plain');
  });

  it.each([
    ['코드;품명;단가\n1;나루정;3,52\n2;나루캡슐;4,86\n', ';'],
    ['코드\t품명\t단가\n1\t나루정, 5mg\t\n2\t나루캡슐\t486\n', '\t'],
    ['코드|품명|단가\n1|나루정|352\n2|나루캡슐|486\n', '|'],
    ['코드,품명,단가\n1,"나루정; 흰색",352\n2,"나루캡슐; 노란색",486\n', ','],
  ])('finds the delimiter of %j', (content, delimiter) => {
    expect(detectTextFormat(content, 'a.csv')).toMatchObject({ mediaType: 'text/csv', delimiter });
  });
});
