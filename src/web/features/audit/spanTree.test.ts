import type { SpanDto } from '../../../shared/audit';
import { type SpanNode, spanTree } from './spanTree';

function span(id: string, parentId: string | null, second: number): SpanDto {
  const startedAt = `2025-03-01T09:00:${String(second).padStart(2, '0')}+09:00`;
  return {
    id,
    parentId,
    turnId: 't',
    kind: 'tool',
    name: id,
    input: null,
    output: null,
    error: null,
    startedAt,
    ms: 1,
  };
}

function outline(nodes: SpanNode[]): string {
  return nodes
    .map(({ span: { id }, children }) => id + (children.length ? `(${outline(children)})` : ''))
    .join(' ');
}

it('nests spans under their parents in the order of time, however they come', () => {
  const spans = [
    span('query', 'tool', 3),
    span('model2', 'turn', 4),
    span('tool', 'turn', 2),
    span('model1', 'turn', 1),
    span('turn', null, 0),
  ];
  expect(outline(spanTree(spans))).toBe('turn(model1 tool(query) model2)');
});

it('keeps a span whose parent is missing', () => {
  expect(outline(spanTree([span('orphan', 'gone', 1), span('turn', null, 0)]))).toBe('turn orphan');
});
