import type { SpanDto } from '../../../shared/audit';

export interface SpanNode {
  span: SpanDto;
  children: SpanNode[];
}

/** A trace's flat list as a tree, in the order of time. A span whose parent is not in the list stands at the top. */
export function spanTree(spans: SpanDto[]): SpanNode[] {
  const byTime = [...spans].sort(
    (first, second) => Date.parse(first.startedAt) - Date.parse(second.startedAt),
  );
  const nodes = new Map(byTime.map((span) => [span.id, { span, children: [] as SpanNode[] }]));
  const roots: SpanNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.span.parentId === null ? undefined : nodes.get(node.span.parentId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
