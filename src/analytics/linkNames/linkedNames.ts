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
  /** The words are not quite the name: a slip of the keyboard, the initials, or the sound. */
  isNear?: true;
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

/** What a name may mean. */
export interface Candidate {
  kind: 'customer' | 'product' | 'employee';
  /** Customer code, employee number, or the codes of the strengths of a product. */
  codes: string[];
  name: string;
  /** Tells it apart from the others, such as the region. */
  detail: string;
}

/** A name that means two things at once, or one that is only like a name there is. */
export interface AmbiguousName {
  matched: string;
  start: number;
  end: number;
  candidates: Candidate[];
  /** Nothing is called so; these come near. */
  isNear?: true;
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
