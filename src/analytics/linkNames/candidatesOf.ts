import type { Candidate } from './linkedNames';
import { bareBrand } from './nameForms';
import type { Thing } from './namedThings';

/** What a name may mean, as it is asked back about: strengths of a product are one. */
export function candidatesOf(things: Thing[]): Candidate[] {
  const candidates = things.flatMap((thing) => candidateOf(thing) ?? []);
  return candidates.filter(
    ({ kind, name }, at) =>
      kind !== 'product' ||
      candidates.findIndex((other) => other.kind === kind && other.name === name) === at,
  );

  function candidateOf(thing: Thing): Candidate | null {
    if (thing.kind === 'customer') {
      const { code, name, region } = thing.row;
      return { kind: 'customer', codes: [code], name, detail: region ?? code };
    }
    if (thing.kind === 'employee') {
      const { employeeNo, name, team } = thing.row;
      return { kind: 'employee', codes: [employeeNo], name, detail: team ?? employeeNo };
    }
    if (thing.kind !== 'product') return null;
    const name = bareBrand(thing.row.brand);
    const strengths = things.flatMap((other) =>
      other.kind === 'product' && bareBrand(other.row.brand) === name ? [other.row.code] : [],
    );
    return { kind: 'product', codes: strengths, name, detail: thing.row.therapeuticClass };
  }
}
