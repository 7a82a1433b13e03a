import type { PDFPageProxy } from 'pdfjs-dist';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type TextItem = Extract<TextContent['items'][number], { str: string }>;

/** The text of a page, without the marks of its structure: its items are the elements that a text layer makes, in order. */
export async function pageText(
  page: PDFPageProxy,
): Promise<Omit<TextContent, 'items'> & { items: TextItem[] }> {
  const content = await page.getTextContent();
  return { ...content, items: content.items.filter((item): item is TextItem => 'str' in item) };
}
