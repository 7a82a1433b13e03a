import { distance } from 'fastest-levenshtein';

/** Names worth saying beside a wrong one. */
const namesSaid = 3;

/** The names most like a wrong one, nearest first; none where nothing is like it. */
export function nearestNames(wrong: string, names: Iterable<string>): string[] {
  const given = wrong.toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, far: farness(given, name) }))
    .filter(({ far }) => far <= 0.5)
    .sort((left, right) => left.far - right.far)
    .slice(0, namesSaid)
    .map(({ name }) => name);
}

/** 0 for the same name; a name that is part of the other is as near as a small slip. */
function farness(given: string, name: string): number {
  const longer = Math.max(given.length, name.length);
  const edits = distance(given, name) / longer;
  const isPart = given.length > 2 && name.length > 2 && (name.includes(given) || given.includes(name));
  return isPart ? Math.min(edits, 0.3 + edits / 10) : edits;
}

/** `"; nearest: amount, quantity"`, or nothing. */
export function nearestInWords(wrong: string, names: Iterable<string>): string {
  const near = nearestNames(wrong, names);
  return near.length > 0 ? `; nearest: ${near.join(', ')}` : '';
}
