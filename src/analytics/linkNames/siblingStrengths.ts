import type { LinkedName } from './linkedNames';
import { brandFamily, brandStrength, compact } from './nameForms';
import type { ProductRow } from './readNames';

const another = /\s*(?:와|과|랑|이랑|하고|및|,|&|and|or|또는)\s*(\d[\d./]*\s*mg)(?![a-z])/uy;

/** "나루암로정 5mg와 10mg": strengths that follow a brand with its strength name the same brand. */
export function siblingStrengths(text: string, linked: LinkedName[], products: ProductRow[]): LinkedName[] {
  const found: LinkedName[] = [];
  for (const { name, end } of linked) {
    another.lastIndex = end;
    for (let match = another.exec(text); match; match = another.exec(text)) {
      const strength = compact(match[1]!);
      const sibling = products.find(
        ({ brand }) => brandFamily(brand) === brandFamily(name) && brandStrength(brand) === strength,
      );
      if (!sibling) break;
      found.push({
        code: sibling.code,
        name: sibling.brand,
        matched: match[1]!,
        start: another.lastIndex - match[1]!.length,
        end: another.lastIndex,
      });
    }
  }
  return found;
}
