import { valueOf, type ExportedTurn } from './exportedTurn';
import type { FilePlan } from './filePlan';

/** Turns as JSON, one a line, under the names of the columns; with traces, those of a turn are its `trace`. */
export async function* jsonlFile(
  pages: AsyncIterable<ExportedTurn[]>,
  { columns }: FilePlan,
): AsyncGenerator<Buffer> {
  for await (const page of pages) {
    const lines = page.map((exported) => {
      const facts = Object.fromEntries(columns.map((column) => [column, valueOf(column, exported)]));
      return `${JSON.stringify(exported.spans ? { ...facts, trace: exported.spans } : facts)}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}
