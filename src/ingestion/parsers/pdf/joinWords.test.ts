import { WordJoiner } from './joinWords';

/** Only the words inside of lines count as known: those at the ends may be parts. */
const words = new WordJoiner();
words.learn([
  '이 시험은 당뇨병 환자를 대상으로 하였다',
  'the first long-term results are new',
  '위약을 24주 동안 투여하였고 약가 인하는 없었다',
]);

const cases: [what: string, lines: string[], joined: string][] = [
  ['words that ended', ['고혈압 환자 240명을', '대상으로 하였다.'], '고혈압 환자 240명을 대상으로 하였다.'],
  ['a word known from elsewhere', ['제2형 당뇨', '병 치료제'], '제2형 당뇨병 치료제'],
  ['a known word with another particle', ['제2형 당뇨', '병은 흔하다.'], '제2형 당뇨병은 흔하다.'],
  ['the beginning of a known word', ['약을 투', '여를 중단한다.'], '약을 투여를 중단한다.'],
  ['a number and its unit', ['모두 24', '주 관찰한다.'], '모두 24주 관찰한다.'],
  ['a particle that cannot begin a word', ['환자', '에게 준다.'], '환자에게 준다.'],
  ['the end of a verb', ['혈당이 줄어든', '다. 이후에는'], '혈당이 줄어든다. 이후에는'],
  ['single syllables of a narrow column', ['기', '저'], '기저'],
  ['two words that only look like a known one', ['이 약', '가격은 같다.'], '이 약 가격은 같다.'],
  ['a hyphen at the end of an English line', ['the anti-', 'hypertensive drug'], 'the antihypertensive drug'],
  ['a hyphen before a capital or a figure', ['the NARU-', '302 trial'], 'the NARU-302 trial'],
  ['a hyphen that the word has', ['a long-', 'term study'], 'a long-term study'],
  ['several lines', ['첫째', '둘째', '셋째'], '첫째 둘째 셋째'],
  ['nothing', [], ''],
];

describe('joinLinesKnowing', () => {
  it.each(cases)('joins %s', (_what, lines, joined) => {
    expect(words.join(lines)).toBe(joined);
  });
});
