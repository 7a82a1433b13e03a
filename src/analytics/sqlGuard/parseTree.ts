/** The fields of a node as libpg-query gives them, without the node's type. */
export type Fields = Record<string, unknown>;

/** A node: its type as the only key. */
export interface TreeNode {
  type: string;
  fields: Fields;
}

/** The node an object of the tree is; null for an empty place in a list, such as that of DISTINCT without ON. */
export function nodeOf(value: unknown): TreeNode | null {
  const [type] = Object.keys(value as object);
  return type === undefined ? null : { type, fields: (value as Record<string, Fields>)[type]! };
}

/** The nodes of a field, be it one, several or none; lists within it are opened. */
export function nodesOf(value: unknown): TreeNode[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  const node = nodeOf(value);
  if (node?.type === 'List') return nodesOf(node.fields.items);
  return node ? [node] : [];
}

/** The words of a name, such as `['pg_catalog', 'sum']`; a star is left out. */
export function wordsOf(value: unknown): string[] {
  return nodesOf(value)
    .filter(({ type }) => type === 'String')
    .map(({ fields }) => fields.sval as string);
}

/** A whole number that stands in the statement as it is; null for anything else. 0 is written without its value. */
export function wholeNumber(node: TreeNode | undefined): number | null {
  if (node?.type !== 'A_Const' || !node.fields.ival) return null;
  return (node.fields.ival as { ival?: number }).ival ?? 0;
}

/** A text that stands in the statement as it is; null for anything else. */
export function literalText(node: TreeNode | undefined): string | null {
  if (node?.type === 'TypeCast') return literalText(nodesOf(node.fields.arg)[0]);
  if (node?.type !== 'A_Const' || !node.fields.sval) return null;
  return (node.fields.sval as { sval?: string }).sval ?? '';
}
