import type { ExportColumn } from '../../shared/auditExports';
import { exportColumnNames } from '../../shared/exportColumnNames';
import type { Language } from '../../shared/problem';
import { cellOf, type ExportedTurn } from './exportedTurn';
import type { FilePlan } from './filePlan';

/** UTF-16 units that a cell may hold. */
const maximumCellLength = 32_767;

/** Places of the list of styles below. */
const styles = { time: 1, head: 2 };
const widths: Partial<Record<ExportColumn, number>> = {
  startedAtKorea: 20,
  question: 50,
  answer: 60,
  citations: 40,
};
const usualWidth = 16;

const sheetNames: Record<Language, string> = { ko: '대화', en: 'Turns' };
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet, portion by portion. Texts are text cells, which no spreadsheet runs as a formula. */
export async function* sheetXml(
  portions: AsyncIterable<ExportedTurn[]>,
  { columns, language, onCut }: FilePlan,
): AsyncGenerator<Buffer> {
  const letters = columns.map((_column, at) => columnLetters(at));
  const cols = columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${widths[column] ?? usualWidth}" customWidth="1"/>`,
  );
  const heads = columns.map((column, at) =>
    textCell(`${letters[at]}1`, exportColumnNames[language][column], styles.head),
  );
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${cols.join('')}</cols><sheetData><row r="1">${heads.join('')}</row>`,
  );
  let row = 1;
  for await (const portion of portions) {
    let xml = '';
    for (const exported of portion) {
      row += 1;
      xml += `<row r="${row}">`;
      for (const [at, column] of columns.entries()) {
        const value = cellOf(column, exported);
        if (value === null || value === '') continue;
        const place = `${letters[at]}${row}`;
        if (typeof value === 'number') xml += `<c r="${place}"><v>${value}</v></c>`;
        else if (column === 'startedAtKorea') xml += timeCell(place, value);
        else xml += textCell(place, fitting(value, language, onCut));
      }
      xml += '</row>';
    }
    yield Buffer.from(xml);
  }
  yield Buffer.from('</sheetData></worksheet>');
}

/** Everything else of a workbook with so many sheets, by its place in the file. */
export function workbookParts(sheets: number, language: Language): [name: string, xml: string][] {
  const numbers = Array.from({ length: sheets }, (_sheet, at) => at + 1);
  const each = (write: (number: number) => string) => numbers.map(write).join('');
  const name = (number: number) =>
    number === 1 ? sheetNames[language] : `${sheetNames[language]} ${number}`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const relationships = (inner: string) =>
    `${declaration}<Relationships xmlns="${packaging}/relationships">${inner}</Relationships>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${office}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaging}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}` +
        override('xl/styles.xml', 'styles') +
        `${each((number) => override(`xl/worksheets/sheet${number}.xml`, 'worksheet'))}</Types>`,
    ],
    ['_rels/.rels', relationships(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
        each((number) => `<sheet name="${name(number)}" sheetId="${number}" r:id="rId${number}"/>`) +
        `</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        each((number) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)) +
          relation(sheets + 1, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', stylesXml],
  ];
}

const stylesXml =
  `${declaration}<styleSheet xmlns="${main}">` +
  `<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
  `<fonts count="2"><font/><font><b/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>` +
  `<xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`;

/** 0 -> `A`, 26 -> `AA`. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}

function textCell(place: string, text: string, style?: number): string {
  const styled = style === undefined ? '' : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Days from the day on which spreadsheets begin to count (as they count, 30 December 1899) to 1 January 1970. */
const daysToEpoch = 25_569;

/** A workbook knows no time zone: the Korean clock is written as if it were UTC. */
function timeCell(place: string, clock: string): string {
  const days = Date.parse(`${clock.replace(' ', 'T')}Z`) / 86_400_000 + daysToEpoch;
  return `<c r="${place}" s="${styles.time}"><v>${days}</v></c>`;
}

const cutMarks: Record<Language, (length: string) => string> = {
  ko: (length) => `… [셀 한도로 잘림: 전체 ${length}자]`,
  en: (length) => `… [cut to fit the cell: ${length} characters in all]`,
};

/** A text as long as a cell may be, which says so when it was longer. */
function fitting(text: string, language: Language, onCut: () => void): string {
  if (text.length <= maximumCellLength) return text;
  onCut();
  const mark = cutMarks[language](text.length.toLocaleString('en'));
  // Not between the halves of a character.
  const kept = text.slice(0, maximumCellLength - mark.length).replace(/[\uD800-\uDBFF]$/, '');
  return kept + mark;
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const needsEscape = /[&<>\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/;
const everyEscape = new RegExp(needsEscape, 'g');
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** What XML cannot hold at all stands as `_x0007_` (ECMA-376 part 1, 22.9.2.19), and what only looks like that too. */
function escaped(text: string): string {
  if (!needsEscape.test(text)) return text;
  return text.replace(
    everyEscape,
    (sign) => entities[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
