import type { Surroundings } from './badFileFixture';

/** Levels of nesting beyond every stack. */
const depth = 100_000;

/** Ways to make one part of an archive harmful; `xml` is the part as it was, with at least one word in `<...t>`. */
export const xmlAttacks: Record<string, (xml: string, surroundings: Surroundings) => string> = {
  'with-a-billion-laughs': (xml) => withEntities(xml, laughs(), '&l9;'),
  'with-quadratic-entities': (xml) =>
    withEntities(xml, `<!ENTITY q "${'q'.repeat(50_000)}">`, '&q;'.repeat(50_000)),
  'with-an-entity-that-holds-itself': (xml) => withEntities(xml, '<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;'),
  'with-an-entity-from-a-local-file': (xml, { secretFile }) =>
    withEntities(xml, `<!ENTITY s SYSTEM "file://${secretFile}">`, '&s;'),
  'with-an-entity-from-etc-passwd': (xml) =>
    withEntities(xml, '<!ENTITY s SYSTEM "file:///etc/passwd">', '&s;'),
  'with-an-entity-from-a-web-server': (xml, { url }) =>
    withEntities(xml, `<!ENTITY s SYSTEM "${url}/entity">`, '&s;'),
  'with-parameter-entities-from-a-web-server': (xml, { url }) =>
    withEntities(xml, `<!ENTITY % p SYSTEM "${url}/parameter"> %p;`, ''),
  'with-a-document-type-from-a-web-server': (xml, { url }) =>
    withProlog(xml, `<!DOCTYPE a PUBLIC "a" "${url}/a.dtd">`),
  'with-a-document-type-and-nothing-else': (xml) => withProlog(xml, '<!DOCTYPE a>'),
  'with-a-style-sheet-from-a-web-server': (xml, { url }) =>
    withProlog(xml, `<?xml-stylesheet type="text/xsl" href="${url}/a.xsl"?>`),
  'including-a-local-file': (xml, { secretFile }) =>
    withWords(
      xml,
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${secretFile}" parse="text"/>`,
    ),
  'nested-a-hundred-thousand-levels': (xml) => withWords(xml, '<a>'.repeat(depth) + '</a>'.repeat(depth)),
  'nested-and-never-closed': (xml) => withWords(xml, '<a>'.repeat(depth)),
  'with-a-hundred-thousand-attributes': (xml) =>
    withWords(xml, `<a ${Array.from({ length: depth }, (_, index) => `a${index}=""`).join(' ')}/>`),
  'with-namespaces-in-each-other': (xml) =>
    withWords(xml, Array.from({ length: 5000 }, (_, index) => `<n${index}:a xmlns:n${index}="u">`).join('')),
  'with-null-characters': (xml) => withWords(xml, '\0\0\0&#0;'),
  'without-its-end': (xml) => xml.slice(0, xml.length / 2),
  'with-tags-that-cross': (xml) => withWords(xml, '<a><b></a></b>'),
  'that-is-empty': () => '',
  'that-is-no-xml': () => '이것은 XML이 아니다.',
  'with-another-root': () => '<?xml version="1.0"?><root xmlns="urn:other"><t>다른 것</t></root>',
  'in-a-false-encoding': (xml) => xml.replace(/encoding=["'][^"']+["']/i, 'encoding="UTF-32"'),
};

/** Ten times ten times ...: a billion words of three letters. */
function laughs(): string {
  const levels = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  );
  return `<!ENTITY l0 "lol">${levels.join('')}`;
}

function withEntities(xml: string, entities: string, words: string): string {
  return withProlog(withWords(xml, words), `<!DOCTYPE a [${entities}]>`);
}

/** Puts something between the declaration, if there is one, and the root. */
function withProlog(xml: string, prolog: string): string {
  const [declaration = ''] = /^<\?xml[^>]*\?>\s*/.exec(xml) ?? [];
  return declaration + prolog + xml.slice(declaration.length);
}

/** Puts something into the first element of text. */
function withWords(xml: string, words: string): string {
  return xml.replace(/<((?:\w+:)?t)(\s[^>]*)?>/, (tag) => tag + words);
}
