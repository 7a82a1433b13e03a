import { amountOf, firstPower, groupCount, markOf, maximumRows } from './canaryCompany';
import type { Asker, CanaryCompany, Customer } from './canaryCompany';

/** Columns of sums of amounts, whose digits tell which groups of rows they are made of. */
const sums = /^(?:amount|targetAmount)(?:Before|Change)?$/u;

/**
 * What a person got to see that is not that person's to see, one line a finding.
 * @param answer whatever came back, whole: body, events, what a model would read.
 * @param asked what was asked with: words of it coming back tell nothing new.
 */
export function findLeaks(
  answer: unknown,
  asker: Pick<Asker, 'key' | 'team' | 'role' | 'groups'>,
  asked: unknown,
  { askers, customers, documents }: Pick<CanaryCompany, 'askers' | 'customers' | 'documents'>,
): string[] {
  const text = JSON.stringify(answer);
  const given = JSON.stringify(asked);
  const isMine = (key: string) =>
    key === asker.key ||
    (asker.role === 'manager' && askers.find((one) => one.key === key)!.team === asker.team);
  const isKnown = ({ knownTo }: Customer) => knownTo.some(isMine);
  const known = customers.filter(isKnown).flatMap(wordsOf);
  const secrets = [
    ...customers
      .filter((customer) => !isKnown(customer))
      .flatMap(wordsOf)
      .filter((word) => !known.includes(word)),
    ...Array.from({ length: groupCount }, (_, group) => group)
      .filter((group) => !asker.groups.includes(group))
      .map(markOf),
    // A manager reads no document of a rep's own.
    ...documents.filter(({ owner }) => owner !== asker.key).flatMap(({ title, mark }) => [title, mark]),
  ];
  return [
    ...secrets
      .filter((secret) => text.includes(secret) && !given.includes(secret))
      .map((secret) => `says ${secret}`),
    ...sumsIn(answer).flatMap((sum) =>
      groupsIn(sum)
        .filter((group) => !asker.groups.includes(group))
        .map((group) => `counts rows of group ${group} in ${sum}`),
    ),
  ];
}

/** Whether the answer has anything of the person's own, so that silence is not taken for safety. */
export function showsGroup(answer: unknown, group: number): boolean {
  return (
    JSON.stringify(answer).includes(markOf(group)) ||
    sumsIn(answer).some((sum) => groupsIn(sum).includes(group))
  );
}

function wordsOf({ code, name, alias, region }: Customer): string[] {
  return [code, name, alias, region];
}

/** Sums in the rows of tables, however deep they lie. */
function sumsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(sumsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    sums.test(key) && typeof inner === 'number' ? [inner] : sumsIn(inner),
  );
}

/** The groups a sum is made of: its digits to the base of sixteen, each from -7 to 7 because differences are sums too. */
export function groupsIn(sum: number): number[] {
  const all = Array.from({ length: groupCount }, (_, group) => group);
  const shifted = all.reduce((total, group) => total + maximumRows * amountOf(group), sum);
  return all.filter((group) => Math.floor(shifted / 16 ** (firstPower + group)) % 16 !== maximumRows);
}
