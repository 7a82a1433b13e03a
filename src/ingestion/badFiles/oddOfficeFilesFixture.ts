import { badFile, outcomesOfXml, type BadFile, type Outcome } from './badFileFixture';
import { withParts, type ArchiveFormat, type PartChange } from './goodFilesFixture';

const w = (content: string) => (xml: string) => xml.replace('</w:p>', `</w:p>${content}`);
const odd = (
  name: string,
  format: ArchiveFormat,
  changes: Record<string, PartChange>,
  outcomes: readonly Outcome[] = outcomesOfXml,
) => badFile(name, outcomes, () => withParts(format, changes));

const oddDocuments: BadFile[] = [
  odd('without-its-text.docx', 'docx', { 'word/document.xml': null }, ['file_unreadable']),
  odd('without-types.docx', 'docx', { '[Content_Types].xml': null }, ['file_unsupported']),
  odd('without-relationships.docx', 'docx', { '_rels/.rels': null }),
  odd('said-to-be-a-workbook.docx', 'docx', {
    '[Content_Types].xml': (xml) => xml.replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main'),
  }),
  odd('styles-based-on-each-other.docx', 'docx', {
    'word/styles.xml': (xml) =>
      xml.replaceAll(/<w:basedOn w:val="[^"]*"\/>/g, '<w:basedOn w:val="Heading1"/>'),
  }),
  odd('tables-in-tables.docx', 'docx', {
    'word/document.xml': w(
      '<w:tbl><w:tr><w:tc>'.repeat(20_000) +
        '<w:p/></w:tc></w:tr></w:tbl>' +
        '</w:tc></w:tr></w:tbl>'.repeat(19_999),
    ),
  }),
  odd('cell-over-a-billion-columns.docx', 'docx', {
    'word/document.xml': w(
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
  }),
  odd('row-of-fifty-thousand-wide-cells.docx', 'docx', {
    'word/document.xml': w(
      `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'.repeat(50_000)}</w:tr></w:tbl>`,
    ),
  }),
  odd('footnotes-that-are-not-there.docx', 'docx', {
    'word/document.xml': w('<w:p><w:r><w:footnoteReference w:id="99"/></w:r></w:p>'),
  }),
  odd('list-levels-of-a-million.docx', 'docx', {
    'word/document.xml': w(
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="1000000"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
    ),
  }),
  odd('two-hundred-thousand-empty-paragraphs.docx', 'docx', {
    'word/document.xml': w('<w:p/>'.repeat(200_000)),
  }),
  odd('slide-that-refers-to-itself.pptx', 'pptx', {
    'ppt/slides/_rels/slide1.xml.rels': (xml) => xml.replaceAll(/Target="[^"]+"/g, 'Target="slide1.xml"'),
  }),
  odd(
    'same-slide-ten-thousand-times.pptx',
    'pptx',
    { 'ppt/presentation.xml': (xml) => xml.replace(/<p:sldId [^>]+>/, (slide) => slide.repeat(10_000)) },
    [...outcomesOfXml],
  ),
  odd('groups-in-groups.pptx', 'pptx', {
    'ppt/slides/slide1.xml': (xml) =>
      xml.replace('<p:sp>', `${'<p:grpSp>'.repeat(50_000)}<p:sp/>${'</p:grpSp>'.repeat(50_000)}<p:sp>`),
  }),
  odd('slides-that-are-not-there.pptx', 'pptx', { 'ppt/slides/slide1.xml': null }, ['file_unreadable']),
  odd(
    'without-slides.pptx',
    'pptx',
    { 'ppt/presentation.xml': (xml) => xml.replaceAll(/<p:sldId [^>]+>/g, '') },
    ['file_empty'],
  ),
];

const sheet = (rows: string, rest = '') =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${rest}<sheetData>${rows}</sheetData></worksheet>`;
const cell = (reference: string, value = 'a') =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const oddSheet = (name: string, xml: string, outcomes?: readonly Outcome[]) =>
  odd(name, 'xlsx', { 'xl/worksheets/sheet1.xml': xml }, outcomes);

const oddWorkbooks: BadFile[] = [
  oddSheet('cell-beyond-the-last-column.xlsx', sheet(`<row r="1">${cell('ZZZZZZ1')}</row>`)),
  oddSheet('cell-beyond-the-last-row.xlsx', sheet(`<row r="4294967295">${cell('A4294967295')}</row>`)),
  oddSheet('cell-in-row-zero.xlsx', sheet(`<row r="0">${cell('A0')}</row>`)),
  oddSheet(
    'cells-named-by-nonsense.xlsx',
    sheet(`<row r="one">${cell('__proto__')}${cell('1A')}${cell('')}</row>`),
  ),
  oddSheet(
    'columns-without-end.xlsx',
    sheet(`<row r="1">${cell('A1')}</row>`, '<cols><col min="1" max="2147483647" width="9"/></cols>'),
  ),
  oddSheet(
    'shared-strings-that-are-not-there.xlsx',
    sheet('<row r="1"><c r="A1" t="s"><v>999999999</v></c><c r="B1" t="s"><v>-1</v></c></row>'),
  ),
  oddSheet('styles-that-are-not-there.xlsx', sheet('<row r="1"><c r="A1" s="99999999"><v>1</v></c></row>')),
  oddSheet(
    'dates-beyond-all-time.xlsx',
    sheet('<row r="1"><c r="A1" s="3"><v>1e308</v></c><c r="B1" s="3"><v>NaN</v></c></row>'),
  ),
  oddSheet(
    'formula-shared-by-nobody.xlsx',
    sheet('<row r="1"><c r="A1"><f t="shared" si="5"/><v>1</v></c></row>'),
  ),
  oddSheet(
    'merged-over-the-whole-sheet.xlsx',
    sheet(`<row r="1">${cell('A1')}</row>`).replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
    ['file_too_complex'],
  ),
  oddSheet(
    'merged-with-the-ends-swapped.xlsx',
    sheet(`<row r="1">${cell('A1')}</row>`).replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="XFD1048576:A1"/></mergeCells>',
    ),
    ['file_too_complex', 'file_unreadable', 'read'],
  ),
  oddSheet(
    'merged-by-lower-case.xlsx',
    sheet(`<row r="1">${cell('A1')}</row>`).replace(
      '</sheetData>',
      `</sheetData><mergeCells><mergeCell other='>' ref='A1:XFD1048576'/></mergeCells>`,
    ),
    ['file_too_complex', 'file_unreadable', 'read'],
  ),
  oddSheet(
    'last-column-in-ten-thousand-rows.xlsx',
    sheet(
      Array.from(
        { length: 10_000 },
        (_, index) => `<row r="${index + 1}">${cell(`XFD${index + 1}`)}</row>`,
      ).join(''),
    ),
  ),
  oddSheet(
    'million-empty-rows.xlsx',
    sheet(Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 1}"/>`).join('')),
    [...outcomesOfXml],
  ),
  odd('formats-that-take-long.xlsx', 'xlsx', {
    'xl/styles.xml': (xml) =>
      xml.replaceAll(/formatCode="[^"]*"/g, `formatCode="${'[Red]#,##0;'.repeat(20_000)}"`),
  }),
  odd('sheets-in-another-place.xlsx', 'xlsx', {
    'xl/_rels/workbook.xml.rels': (xml) => xml.replaceAll('/xl/worksheets/', '/../../xl/'),
  }),
  odd('hidden-sheets-alone.xlsx', 'xlsx', {
    'xl/workbook.xml': (xml) =>
      xml.replaceAll(/state="\w+"/g, '').replaceAll('<sheet ', '<sheet state="veryHidden" '),
  }),
];

/** Office files whose XML is well-formed and says what makes no sense. */
export const oddOfficeFiles: BadFile[] = [...oddDocuments, ...oddWorkbooks];
