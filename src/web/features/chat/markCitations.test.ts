import type { Root } from 'mdast';
import { markCitations } from './markCitations';

function marked(...children: Root['children']): Root['children'] {
  const tree: Root = { type: 'root', children };
  markCitations()(tree);
  return tree.children;
}

const chip = (number: string) => ({
  type: 'emphasis',
  data: { hName: 'sup', hProperties: { dataCitation: number } },
  children: [{ type: 'text', value: `[${number}]` }],
});

it('splits a text at each marker', () => {
  const paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: '1일 1회[1][2, 12]. 끝' }],
  } as const;
  expect(marked(paragraph as never)).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: '1일 1회' },
        chip('1'),
        chip('2'),
        chip('12'),
        { type: 'text', value: '. 끝' },
      ],
    },
  ]);
});

it('takes a marker for a citation even where the answer defines it as a link', () => {
  const reference = {
    type: 'linkReference',
    identifier: '1',
    referenceType: 'shortcut',
    children: [],
  } as const;
  expect(marked({ type: 'paragraph', children: [reference as never] })).toEqual([
    { type: 'paragraph', children: [chip('1')] },
  ]);
});

it('leaves code, links and other brackets alone', () => {
  const code = { type: 'inlineCode', value: 'list[1]' } as const;
  const link = {
    type: 'link',
    url: 'https://example.org',
    children: [{ type: 'text', value: '[1]' }],
  } as const;
  const text = { type: 'text', value: '[주의] [1a] []' } as const;
  const paragraph = { type: 'paragraph', children: [code, link, text] };
  expect(marked(structuredClone(paragraph) as never)).toEqual([paragraph]);
});
