/** Characters looked at: a page that has not begun by then is none. */
const sampleLength = 65_536;

/** What may stand before a page: white space, an XML declaration, comments. */
const preamble = /\s+|<\?xml[^>]*\?>|<!--[\s\S]*?-->/y;
const pageStart = /<(?:!doctype\s+html|html|head|body)[\s>]/iy;
const anyTag = /<[a-z][a-z0-9]*[\s>]/iy;

/**
 * Whether a text is a page of HTML. A piece of one (`<h1>...`) may as well begin a file of Markdown: there the name's
 * ending decides.
 */
export function isHtml(text: string, fileName: string): boolean {
  const start = endOfPreamble(text.slice(0, sampleLength));
  return isAt(pageStart, text, start) || (/\.x?html?$/i.test(fileName) && isAt(anyTag, text, start));
}

function endOfPreamble(sample: string): number {
  preamble.lastIndex = 0;
  let end = 0;
  while (preamble.test(sample)) end = preamble.lastIndex;
  return end;
}

function isAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}
