/** Sets of the numbers below `size` that grow together (union-find); a set is named by its smallest member. */
export interface DisjointSets {
  find(member: number): number;
  join(a: number, b: number): void;
}

export function disjointSets(size: number): DisjointSets {
  const parents = Array.from({ length: size }, (_, index) => index);
  const find = (member: number): number => {
    let root = member;
    while (parents[root] !== root) root = parents[root]!;
    parents[member] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [rootOfA, rootOfB] = [find(a), find(b)];
    parents[Math.max(rootOfA, rootOfB)] = Math.min(rootOfA, rootOfB);
  };
  return { find, join };
}
