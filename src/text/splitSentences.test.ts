import { splitSentences } from './splitSentences';

/** Each row: what it shows, and the sentences as a person would divide them; the text is the sentences joined. */
const cases: [what: string, sentences: string[], separator?: string][] = [
  ['two Korean sentences', ['이 약은 혈압을 낮춥니다.', '하루 한 번 복용합니다.']],
  ['no space behind the stop', ['이 약은 혈압을 낮춥니다.', '또한 부종을 줄입니다.'], ''],
  ['question and exclamation', ['효과가 있습니까?', '매우 큽니다!', '그렇습니다.']],
  ['one sentence without a stop', ['하루 한 번 복용']],
  ['English', ['The dose is one tablet.', 'It is taken in the morning.']],
  ['Korean, then English', ['아침에 복용합니다.', 'The dose is one tablet.', '식후가 좋습니다.']],
  ['full-width stops', ['투여를 중지한다。', '의사와 상의한다。'], ''],
  ['decimal with unit', ['나루암로정 5.5mg을 투여한다.', '필요하면 10.25mg까지 늘린다.']],
  ['stop, then a number with a unit', ['1일 1회 투여한다.', '5mg 정제를 쓴다.']],
  ['stop, then a lower-case word', ['용액은 투명하다.', 'pH는 7.4이다.', 'mRNA 수준은 같았다.']],
  ['decimal interval', ['위험비는 0.74(95% CI 0.61-0.90)였다.', 'p값은 0.003이었다.']],
  ['et al. before Hangul', ['Kim et al. 연구에서 확인되었다.', '후속 연구가 있다.']],
  ['et al. before a year', ['Park et al. 2021년 보고가 있다.', '결과는 같다.']],
  ['et al. before a capital', ['As shown by Lee et al. The Lancet paper agrees.', 'It is final.']],
  ['numbered item', ['1. 두통이 나타날 수 있다.', '2. 오심이 나타날 수 있다.']],
  ['numbered item without a stop', ['1. 두통']],
  ['section number', ['3.2. 용법과 용량은 다음과 같다.', '성인은 5mg이다.']],
  ['Hangul enumerator', ['가. 목적을 정한다.', '나. 범위를 정한다.']],
  ['enumerators within a line', ['1. 두통 2. 오심 3. 구토']],
  ['number at the end of an English sentence', ['The total was 35.', 'Then it fell.']],
  ['question and answer labels', ['Q. 보관 방법은 무엇입니까?', 'A. 실온에서 보관합니다.']],
  ['No. 3', ['시험 No. 3 결과를 본다.', '차이는 없었다.']],
  ['No as a word', ['Is it safe in pregnancy?', 'No.', 'The label forbids it.']],
  ['Fig. 2', ['생존 곡선은 Fig. 2 에 있다.', '추적 기간은 5년이다.']],
  ['caption of a table', ['표 1. 환자 특성', '평균 나이는 54세이다.'], '\n'],
  ['caption of a figure', ['Fig. 2. Survival by treatment group']],
  ['goal with a number is no caption', ['올해 목표 1.5배를 이루었다.', '내년 목표는 더 높다.']],
  ['quotation with a particle', ['그는 "효과가 있다."라고 말했다.', '모두 동의했다.']],
  ['quotation with a particle, curly quotes', ['회사는 “안전하다.”고 발표했다.', '주가가 올랐다.']],
  ['quotation and a spaced particle', ['환자는 "머리가 아프다." 라고 호소했다.', '혈압을 쟀다.']],
  ['two sentences inside a quotation', ['의사는 "약을 끊으세요. 내일 오세요."라고 했다.', '환자는 따랐다.']],
  ['quotation that is a sentence', ['“부작용은 없습니다.”', '그는 그렇게 답했다.']],
  ['corner brackets', ['「약사법 시행규칙. 제44조」를 따른다.', '위반하면 처벌한다.']],
  ['e.g.', ['e.g. 두통과 오심이 있다.', '흔한 이상반응이다.']],
  ['b.i.d.', ['1일 2회 b.i.d. 투여한다.', '식후에 먹는다.']],
  ['U.S.', ['U.S. Food and Drug Administration approved it.', 'Korea followed.']],
  ['Dr.', ['Dr. Lee explained the result.', 'Everyone listened.']],
  ['initials', ['J. Kim wrote the report.', 'It was read.']],
  ['vs.', ['나루암로정 vs. 위약을 비교했다.', '차이가 컸다.']],
  ['Co. Ltd.', ['나루제약 Co. Ltd. 제품이다.', '국내에서 만든다.']],
  ['month abbreviation', ['The notice of Mar. 15 applies.', 'Earlier ones do not.']],
  ['dotted date', ['2024. 3. 15. 시행한다.', '이전 규정은 폐지한다.']],
  ['dotted date without spaces', ['2024.3.15. 개정되었다.', '부칙을 본다.']],
  ['ellipsis as a pause', ['음... 그것은 다릅니다.', '다시 보겠습니다.']],
  ['ellipsis as an end', ['아직 모릅니다...', '기다려 봅시다.']],
  ['ellipsis character', ['그런데… 효과는 있었다.', '다행이다.']],
  ['aside with a stop', ['식후(1일 2회. 물과 함께) 복용한다.', '씹지 않는다.']],
  ['closing bracket behind the stop', ['(임부에게 투여하지 않는다.)', '수유부도 같다.']],
  ['bracket that is never closed', ['(주의 사항을 읽는다.', '그다음에 복용한다.']],
  ['web address', ['자료는 https://www.naru.example/a.b?c=1.2 에 있다.', '로그인이 필요하다.']],
  [
    'web address at the end',
    ['www.naru.example/guide.html 을 본다.', '문의는 support@naru.example.kr 로 한다.'],
  ],
  ['web address, then a stop', ['자료는 https://www.naru.example/a.html.', '지난 자료도 있다.']],
  ['reference mark', ['※ 이 약은 전문의약품이다.', '처방이 필요하다.']],
  ['line break ends a sentence', ['제품명 나루암로정', '제조원 나루제약'], '\n'],
  ['short answer is a sentence', ['네.', '맞습니다.']],
  ['repeated marks', ['정말입니까?!', '그렇습니다!!', '좋습니다.']],
];

describe('splitSentences', () => {
  test.each(cases)('%s', (_what, sentences, separator = ' ') => {
    const text = sentences.join(separator);
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  it('leaves nothing but white space outside the ranges', () => {
    const text = `  ${cases.map(([, sentences]) => sentences.join('  ')).join(' \n\n ')}  `;
    let outside = '';
    let from = 0;
    for (const { start, end } of splitSentences(text)) {
      expect(start).toBeGreaterThanOrEqual(from);
      outside += text.slice(from, start);
      from = end;
    }
    expect((outside + text.slice(from)).trim()).toBe('');
  });

  it('answers nothing for nothing', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n ')).toEqual([]);
  });

  it('ends a sentence that only joins, and never within a word', () => {
    const [first] = splitSentences('가. '.repeat(2000));
    expect(first!.end).toBeLessThan(1100);
    expect(splitSentences('가'.repeat(9000))).toEqual([{ start: 0, end: 9000 }]);
  });
});
