import { deflateSync } from 'node:zlib';

const linesPerPage = 40;
const charactersPerLine = 44;

/**
 * A PDF of Korean text, A4, one column, compressed, with a font of the predefined Korean encoding as office printers make
 * them. `sentences` are repeated over the pages, each page beginning elsewhere; `mark` makes its bytes its own.
 */
export function syntheticPdf({ pages, sentences, mark }) {
  const lines = wrap(sentences.join(' '));
  const font = 3;
  const firstPage = 6;
  const pageKeys = Array.from({ length: pages }, (_, page) => firstPage + page * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${pageKeys.map((key) => `${key} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYSMyeongJo-Medium /FontDescriptor 5 0 R /DW 1000 ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> >>',
    '<< /Type /FontDescriptor /FontName /HYSMyeongJo-Medium /Flags 6 /FontBBox [0 -148 1001 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -148 /CapHeight 880 /StemV 93 >>',
  ].map((text) => Buffer.from(text));
  for (let page = 0; page < pages; page += 1) {
    const start = (page * linesPerPage) % lines.length;
    const shown = Array.from({ length: linesPerPage }, (_, at) => lines[(start + at) % lines.length]);
    const content = deflateSync(pageContent([`${mark} ${page + 1}`, ...shown]));
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + page * 2 + 1} 0 R ` +
          `/Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  return assemble(objects);
}

function wrap(text) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length > charactersPerLine) {
      lines.push(line.trim());
      line = '';
    }
    line += `${word} `;
  }
  return [...lines, line.trim()];
}

function pageContent(lines) {
  const shown = lines.map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj T*`);
  return `BT /F1 10 Tf 17 TL 60 790 Td\n${shown.join('\n')}\nET`;
}

function assemble(objects) {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets = [];
  let length = parts[0].length;
  const add = (part) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, at) => {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}` +
        `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
