import { AppError } from '../../../errors';
import type { EmitBlocks, ParsedSummary } from '../../parsedDocument';
import { readFlow, type PageLayout } from './flow';
import { FlowBlocks } from './flowBlocks';
import { learnHabits } from './learnHabits';
import { textOfLines } from './lines';
import { openPages } from './readPages';

/**
 * PDF: pdf.js gives pieces of text with their places, from which lines, tables, paragraphs and headings are rebuilt.
 * Headers, footers and page numbers are left out. What the pages have in common is learnt first; then they are read,
 * handed over and let go one by one.
 * @throws AppError `file_encrypted`, or `file_without_text` when no page has text (a scan).
 */
export async function parsePdf(content: Buffer, emit: EmitBlocks): Promise<ParsedSummary> {
  const pages = await openPages(content);
  const { layOut, layouts, levels, words, lineDistance } = await learnHabits(pages);
  const flow = new FlowBlocks(words.join, levels);
  const pagesWithoutText: number[] = [];
  for (let number = 1; number <= pages.count; number += 1) {
    const layout = layouts.get(number) ?? layOut(await pages.read(number));
    if (isBlank(layout)) pagesWithoutText.push(number);
    words.learn(textOfLines(layout.columns.flat()));
    await emit(flow.add(readFlow(layout, lineDistance, words.join)));
    layouts.delete(number);
  }
  await emit(flow.end());
  if (pagesWithoutText.length === pages.count) throw new AppError('file_without_text');
  return { pages: pages.count, pagesWithoutText };
}

function isBlank({ columns, tables }: PageLayout): boolean {
  return tables.length === 0 && columns.every((lines) => lines.length === 0);
}
