/** What was changed of a row's cells, as the server takes it: an emptied cell is null. */
export function changedCells(
  before: Record<string, string>,
  after: Record<string, string>,
): Record<string, string | null> {
  const changed = Object.entries(after).filter(([column, text]) => text.trim() !== (before[column] ?? ''));
  return Object.fromEntries(
    changed.map(([column, text]) => [column, text.trim() === '' ? null : text.trim()]),
  );
}
