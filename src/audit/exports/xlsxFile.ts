import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExportedTurn } from './exportedTurn';
import type { FilePlan } from './filePlan';
import { sheetXml, workbookParts } from './workbookXml';

/** Rows of a sheet, that of the names included: no workbook may have more. */
const maximumSheetRows = 1_048_576;

/**
 * Turns as a workbook; when a sheet is full the next begins. Sheets are written as they are read and packed as they are
 * written: what the reader of the file does not take makes everything before it wait.
 */
export async function* xlsxFile(
  pages: AsyncIterable<ExportedTurn[]>,
  plan: FilePlan,
  sheetRows = maximumSheetRows,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error: Error) => output.destroy(error));
  const turns = new PagedTurns(pages);
  const writing = new AbortController();
  fill(zip, { turns, plan, sheetRows, signal: writing.signal }).catch((error: unknown) =>
    output.destroy(error as Error),
  );
  try {
    for await (const chunk of output) yield chunk as Buffer;
  } finally {
    writing.abort();
    await turns.close();
  }
}

async function fill(
  zip: ZipFile,
  {
    turns,
    plan,
    sheetRows,
    signal,
  }: { turns: PagedTurns; plan: FilePlan; sheetRows: number; signal: AbortSignal },
): Promise<void> {
  let sheets = 0;
  do {
    sheets += 1;
    const sheet = Readable.from(sheetXml(turns.take(sheetRows - 1), plan), { signal });
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`);
    await finished(sheet);
  } while (await turns.more());
  for (const [name, xml] of workbookParts(sheets, plan.language)) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
}

/** Turns that come in pages and are taken in portions of another size. */
class PagedTurns {
  readonly #pages: AsyncIterator<ExportedTurn[]>;
  #page: ExportedTurn[] = [];

  constructor(pages: AsyncIterable<ExportedTurn[]>) {
    this.#pages = pages[Symbol.asyncIterator]();
  }

  async more(): Promise<boolean> {
    while (this.#page.length === 0) {
      const next = await this.#pages.next();
      if (next.done) return false;
      this.#page = next.value;
    }
    return true;
  }

  /** So many at most, in the portions in which they come. */
  async *take(count: number): AsyncGenerator<ExportedTurn[]> {
    for (let left = count; left > 0 && (await this.more());) {
      const portion = this.#page.slice(0, left);
      this.#page = this.#page.slice(portion.length);
      left -= portion.length;
      yield portion;
    }
  }

  async close(): Promise<void> {
    await this.#pages.return?.();
  }
}
