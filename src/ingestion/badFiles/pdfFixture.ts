import { unreadableOrRead, type Outcome } from './badFileFixture';

/** A reader may see a damaged page all the same, see nothing on it, or give up. */
export const anyPage: readonly Outcome[] = [...unreadableOrRead, 'file_without_text', 'file_empty'];

/** What the page of `onePage` says. */
export const pageText = 'BT /F 12 Tf 72 720 Td (A page that can be read.) Tj ET';

/** Where the end of a PDF is to say something wrong. */
interface PdfEnd {
  /** What the trailer holds beside `/Size` and `/Root`. */
  trailer?: string;
  startxref?: number;
  /** Added to every place in the cross-reference table. */
  shift?: number;
}

/** A PDF of the objects given, by number; object 1 is the catalogue. */
export function pdfOf(objects: Record<number, string | Buffer>, end: PdfEnd = {}): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const places = new Map<number, number>();
  let length = parts[0]!.length;
  for (const [number, object] of Object.entries(objects)) {
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(object as Buffer),
      Buffer.from('\nendobj\n'),
    ]);
    places.set(Number(number), length);
    length += part.length;
    parts.push(part);
  }
  const size = Math.max(...places.keys()) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place + (end.shift ?? 0)).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R${end.trailer ?? ''}>>`;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${lines.join('')}${trailer}\nstartxref\n${end.startxref ?? length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** The objects of a document with one page that says a few words; what is given is added or takes their place. */
export function onePage(changes: Record<number, string | Buffer> = {}): Record<number, string | Buffer> {
  return {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    3: page(),
    4: stream('', pageText),
    5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...changes,
  };
}

/** A page whose text is object 4; `extra`: further entries; `resources`: further resources. */
export function page(extra = '', resources = '', mediaBox = '[0 0 595 842]'): string {
  return `<</Type/Page/Parent 2 0 R/MediaBox${mediaBox}/Resources<</Font<</F 5 0 R>>${resources}>>/Contents 4 0 R${extra}>>`;
}

export function stream(entries: string, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as Buffer);
  const length = /\/Length\b/.test(entries) ? '' : `/Length ${bytes.length}`;
  return Buffer.concat([Buffer.from(`<<${entries}${length}>>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

/** A document whose page shows what is given instead of its text. */
export function contents(operators: string): Buffer {
  return pdfOf(onePage({ 4: stream('', operators) }));
}
