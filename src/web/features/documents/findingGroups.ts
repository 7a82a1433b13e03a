import type { ReconcileFinding, ReconcileKind } from '../../../shared/documents';

/** What was found of one kind, and how much of it was mended. */
export interface FindingGroup {
  kind: ReconcileKind;
  count: number;
  mended: number;
}

/** Findings by kind: what a person must see to first, then the most frequent. */
export function findingGroups(findings: ReconcileFinding[]): FindingGroup[] {
  const groups = new Map<ReconcileKind, FindingGroup>();
  for (const { kind, mended } of findings) {
    const group = groups.get(kind) ?? { kind, count: 0, mended: 0 };
    groups.set(kind, { kind, count: group.count + 1, mended: group.mended + Number(mended) });
  }
  const open = ({ count, mended }: FindingGroup) => count - mended;
  return [...groups.values()].sort((a, b) => open(b) - open(a) || b.count - a.count);
}
