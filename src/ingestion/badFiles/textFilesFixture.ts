import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile, type Outcome } from './badFileFixture';

const anyText: readonly Outcome[] = ['read', 'file_empty', 'file_too_complex', 'file_unsupported'];
const tooMuch: readonly Outcome[] = ['read', 'file_too_complex'];
const sentence = '나루정은 하루에 한 번 복용한다.\n';

/** So many bytes of a text, a megabyte at a time. */
export function* textOf(megabytes: number, text = sentence): Generator<Buffer> {
  const piece = Buffer.from(text.repeat(Math.ceil((1024 * 1024) / Buffer.byteLength(text))));
  for (let index = 0; index < megabytes; index += 1) yield piece;
}

const texts: BadFile[] = [
  badFile('two-hundred-megabytes.txt', 'file_too_complex', () => textOf(200)),
  badFile('ninety-megabytes.txt', 'file_too_complex', () => textOf(90)),
  badFile('ninety-megabytes-of-line-breaks.txt', ['file_empty', 'file_too_complex'], () => textOf(90, '\n')),
  badFile('ninety-megabytes-of-spaces.txt', ['file_empty', 'file_too_complex'], () => textOf(90, ' ')),
  badFile('ninety-megabytes-in-one-line.txt', 'file_too_complex', () => textOf(90, '가')),
  badFile('ninety-megabytes-of-null-characters.txt', 'file_unsupported', () => textOf(90, '\0')),
  badFile('fifteen-megabytes-in-one-line.txt', tooMuch, () => textOf(15, '가나다 ')),
  badFile('fifteen-megabytes-in-one-word.txt', tooMuch, () => textOf(15, 'a')),
  badFile('line-of-spaces-between-two-words.txt', tooMuch, () => `처음${' '.repeat(15_000_000)}끝`),
  badFile(
    'half-of-it-null-characters.txt',
    'file_unsupported',
    () => 'a\0'.repeat(7) + '\0\0\0가'.repeat(100),
  ),
  badFile('one-null-character.txt', ['read', 'file_unsupported'], () => `${sentence}\0${sentence}`),
  badFile(
    'invalid-utf-8.txt',
    anyText,
    Buffer.concat([Buffer.from(sentence), Buffer.from('c0aff5808080eda080ff', 'hex'), Buffer.from(sentence)]),
  ),
  badFile('cut-within-a-letter.txt', anyText, Buffer.from(sentence.repeat(10)).subarray(0, -4)),
  badFile('utf-16-without-a-mark.txt', 'read', Buffer.from(sentence.repeat(10), 'utf16le')),
  badFile(
    'utf-16-of-odd-length.txt',
    anyText,
    Buffer.from(`\ufeff${sentence.repeat(10)}`, 'utf16le').subarray(0, -1),
  ),
  badFile('utf-16-of-surrogates-alone.txt', anyText, Buffer.from('fffe' + '00d8'.repeat(500), 'hex')),
  badFile(
    'utf-32.txt',
    anyText,
    Buffer.from(
      Array.from(sentence, (letter) => letter.codePointAt(0)!.toString(16).padStart(8, '0')).join(''),
      'hex',
    ),
  ),
  badFile('only-a-byte-order-mark.txt', ['file_empty', 'file_unsupported'], Buffer.from('efbbbf', 'hex')),
  badFile('only-white-space.txt', 'file_empty', ' \t\r\n\u3000\u00a0'.repeat(1000)),
  badFile('only-invisible-characters.txt', ['file_empty'], '\u200b\u200e\ufeff\u2060'.repeat(1000)),
  badFile('escapes-of-a-terminal.txt', anyText, `\u001b]0;title\u0007\u001b[2J${sentence.repeat(100)}`),
  badFile('letter-of-a-million-marks.txt', tooMuch, () => `가${'\u0301\u0316'.repeat(500_000)}끝`),
  badFile('letters-of-thirty-marks.txt', tooMuch, () => `e${'\u0301\u0316'.repeat(15)}`.repeat(30_000)),
  badFile('from-right-to-left-throughout.txt', 'read', () => `\u202e${sentence.repeat(1000)}`),
  badFile('million-numbered-lines.txt', tooMuch, () =>
    Array.from({ length: 500_000 }, (_, index) => `${index % 99}.${index % 9}. 항`).join('\n'),
  ),
  badFile('million-list-items.txt', tooMuch, () => '- 항\n'.repeat(1_000_000)),
  badFile('open-quotes.txt', tooMuch, () => `${'"“‘('.repeat(100_000)}글`),
  badFile('full-stops.txt', tooMuch, () => '.'.repeat(3_000_000)),
  badFile('article-numbers.txt', tooMuch, () => '제1조의'.repeat(1_000_000)),
];

const tables: BadFile[] = [
  badFile('million-columns.csv', tooMuch, () =>
    `${Array.from({ length: 1_000_000 }, (_, index) => index).join(',')}\n`.repeat(3),
  ),
  badFile('ten-million-empty-cells.csv', [...tooMuch, 'file_empty'], () =>
    `${','.repeat(100_000)}\n`.repeat(100),
  ),
  badFile(
    'columns-named-at-length.csv',
    tooMuch,
    () =>
      `${Array.from({ length: 5000 }, (_, index) => `이름이 매우 긴 열 ${index}`).join(',')}\n${`${'1,'.repeat(4999)}1\n`.repeat(500)}`,
  ),
  badFile('quote-open-over-fifty-megabytes.csv', tooMuch, () => [
    Buffer.from('이름,값\n"열린'),
    ...textOf(50, 'a,b\n'),
  ]),
  badFile('quotes-open-on-every-line.csv', tooMuch, () => '이름,값\n' + 'a,"b\n'.repeat(300_001)),
  badFile('quotes-alone.csv', tooMuch, () => '"'.repeat(5_000_001)),
  badFile('rows-of-any-length.csv', tooMuch, () =>
    Array.from({ length: 3000 }, (_, index) => 'a,'.repeat(index)).join('\n'),
  ),
  badFile('commas-and-line-breaks.csv', [...tooMuch, 'file_empty'], () => ',\n'.repeat(3_000_000)),
  badFile('cell-of-ten-megabytes.csv', tooMuch, () => `이름,값\n가,"${'나'.repeat(3_500_000)}"\n`),
  badFile('formulas.csv', 'read', ({ url }) =>
    Buffer.from(`이름,값\n=cmd|' /C calc'!A0,"=WEBSERVICE(""${url}"")"\n`),
  ),
  badFile('null-characters-in-cells.csv', anyText, () => '이름,값\na\0b,c\0\n'.repeat(5)),
  badFile('delimiters-of-all-kinds.csv', tooMuch, () => ',;\t|'.repeat(500_000)),
];

const markdown: [name: string, text: string][] = [
  ['opening-brackets', '['.repeat(50_000)],
  ['opening-brackets-of-pictures', '!['.repeat(50_000)],
  ['links-in-links', `${'['.repeat(20_000)}a${'](b)'.repeat(20_000)}`],
  ['link-targets-that-do-not-end', '[a](<b'.repeat(50_000)],
  ['emphasis-of-all-kinds', '*a **b _c __d '.repeat(20_000)],
  ['stars', '*'.repeat(200_000)],
  ['stars-and-letters', 'a**b'.repeat(50_000) + 'c* '.repeat(50_000)],
  ['underscores-in-words', '_a'.repeat(100_000)],
  ['quotes-in-quotes', `${'>'.repeat(50_000)} 글`],
  ['quotes-in-quotes-in-lists', `${'> - '.repeat(20_000)}글`],
  ['lists-in-lists', Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- 항`).join('\n')],
  ['lists-on-one-line', `${'- '.repeat(50_000)}항`],
  [
    'back-ticks-of-all-lengths',
    Array.from({ length: 2000 }, (_, length) => 'a' + '`'.repeat(length + 1)).join(''),
  ],
  ['html-that-is-not-closed', '<!-- <a <? <![CDATA[ '.repeat(50_000)],
  ['html-comments-in-one-block', `<div>${'<!--'.repeat(100_000)}`],
  ['html-brackets-in-one-block', `<div>${'<'.repeat(500_000)}`],
  [
    'references-to-each-other',
    Array.from({ length: 20_000 }, (_, index) => `[${index}]: /${index}\n[${index}]`).join('\n'),
  ],
  ['footnotes-that-hold-themselves', '[^a]: [^a]\n\n[^a]\n'.repeat(5000)],
  ['table-of-a-hundred-thousand-columns', `|${'a|'.repeat(100_000)}\n|${'-|'.repeat(100_000)}\n|b|`],
  ['table-of-many-short-rows', `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|b|\n'.repeat(5000)}`],
  ['addresses', 'http://a.b/'.repeat(50_000)],
  ['addresses-of-mail', 'a@'.repeat(100_000)],
  ['entities', '&amp;&#xFFFFFF;&x'.repeat(50_000)],
  ['tildes', '~~a '.repeat(50_000)],
  ['front-matter-without-end', `---\n${'a: b\n'.repeat(1_000_000)}`],
  ['underlined-headings', 'a\n='.repeat(100_000)],
  ['rule-of-a-table-that-almost-is-one', `---|${'-'.repeat(200)}x`],
  ['rules-of-a-table', '-|'.repeat(30_000) + 'x'],
  ['rules-of-a-table-on-many-lines', `${'---|'.repeat(10_000)}x\n`.repeat(3)],
  ['fences-that-do-not-end', '```\n~~~\n'.repeat(100_000)],
  ['backslashes', '\\'.repeat(1_000_000)],
];

export const textFiles: BadFile[] = [
  ...texts,
  ...tables,
  ...markdown.map(([name, text]) => badFile(`${name}.md`, tooMuch, () => `# 제목\n\n${text}\n`)),
  badFile(
    'noise-with-a-heading.md',
    'file_unsupported',
    Buffer.concat([Buffer.from('# 제목\n'), noise(3000)]),
  ),
];
