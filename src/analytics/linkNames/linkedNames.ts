/** A customer, product or employee that a text names. */
export interface LinkedName {
  /** Customer code, product code or employee number. */
  code: string;
  name: string;
  /** The words of the text, normalised. */
  matched: string;
  /** Character range in the normalised text, end exclusive; for a person with rank and form of address. */
  start: number;
  end: number;
}

export interface LinkedEmployee extends LinkedName {
  team: string | null;
  /** Whether the reader may see this person's figures. */
  visible: boolean;
}

/** A team, region, class or ingredient that a text names, as filters take it. */
export interface LinkedValue {
  value: string;
  matched: string;
  start: number;
  end: number;
}

/** A name that means two things at once. */
export interface AmbiguousName {
  kind: 'customer' | 'employee';
  matched: string;
  start: number;
  end: number;
  /** `detail` tells them apart, such as the region. */
  candidates: { code: string; name: string; detail: string }[];
}

/** What a text names, as far as the reader knows it. */
export interface LinkedNames {
  customers: LinkedName[];
  /** A brand without its strength means all its strengths, each an entry of its own. */
  products: LinkedName[];
  employees: LinkedEmployee[];
  teams: LinkedValue[];
  regions: LinkedValue[];
  therapeuticClasses: LinkedValue[];
  ingredients: LinkedValue[];
  ambiguous: AmbiguousName[];
}
