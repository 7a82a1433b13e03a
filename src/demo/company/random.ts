/** Repeatable random numbers: the same seed parts give the same numbers, on every machine. */
export interface RandomStream {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform whole number, both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks an item as often as its weight says. */
  pickWeighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
}

/** Opens a stream of its own for what the seed parts name, as in `randomStream('sales', '2026-03-03')`. */
export function randomStream(...seedParts: readonly string[]): RandomStream {
  const fraction = mulberry32(fnv1a(seedParts.join('|')));
  const between = (low: number, high: number) => low + fraction() * (high - low);
  const integer = (low: number, high: number) => Math.floor(between(low, high + 1));
  return {
    fraction,
    between,
    integer,
    chance: (probability) => fraction() < probability,
    pick: (items) => elementAt(items, integer(0, items.length - 1)),
    pickWeighted(items, weightOf) {
      const total = items.reduce((sum, item) => sum + weightOf(item), 0);
      let left = fraction() * total;
      const index = items.findIndex((item) => (left -= weightOf(item)) < 0);
      return elementAt(items, index === -1 ? items.length - 1 : index);
    },
  };
}

function elementAt<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new RangeError('cannot pick from an empty list');
  return items[index] as Item;
}

/** Mulberry32 by Tommy Ettinger, public domain: 32 bits of state, passes gjrand's tests. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over UTF-16 units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
