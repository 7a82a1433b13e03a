import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';

const marker = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g;

/**
 * A remark plugin: turns the markers of an answer, `[1]` or `[1, 2]`, into elements `<sup data-citation="1">`, one each, also
 * where Markdown would read them as a link by a definition. Code and real links keep theirs.
 */
export function markCitations() {
  return (tree: Root) => markIn(tree);
}

function markIn(parent: Parents): void {
  if (parent.type === 'link') return;
  const children: Nodes[] = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return splitText(child.value);
    if (child.type === 'linkReference' && /^\d{1,3}$/.test(child.identifier)) {
      return [citationElement(child.identifier)];
    }
    if ('children' in child) markIn(child);
    return [child];
  });
  parent.children = children as RootContent[];
}

function splitText(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const match of text.matchAll(marker)) {
    if (match.index > end) parts.push({ type: 'text', value: text.slice(end, match.index) });
    parts.push(...match[1]!.split(',').map((number) => citationElement(number.trim())));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}

/** `data.hName` is how remark names the HTML element a node becomes. */
function citationElement(number: string): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: 'sup', hProperties: { dataCitation: number } },
    children: [{ type: 'text', value: `[${number}]` }],
  };
}
