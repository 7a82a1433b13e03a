/** Bytes in which HTML and XML say their encoding (HTML standard, 13.2.3.2). */
const declarationLength = 1024;

const declarations = [
  /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)/i,
  /<meta[^>]*\scharset=["']?\s*([\w-]+)/i,
  /<meta[^>]*;\s*charset=([\w-]+)/i,
];

/** The encoding that a page or an XML part says it has, or null. It is often wrong: what can be proven comes first. */
export function declaredEncoding(content: Buffer): string | null {
  const start = content.toString('latin1', 0, declarationLength);
  for (const declaration of declarations) {
    const encoding = declaration.exec(start)?.[1];
    if (encoding) return encoding;
  }
  return null;
}
