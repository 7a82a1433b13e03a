// Whether a table shows the rows of a gold result. Columns are found by what stands in them, not by their names: a table
// may call them as it likes and show more of them, but not more rows, and not fewer.

/** Ratios are computed in another order here and there. */
const relativeTolerance = 1e-6;

/**
 * @param table {rows} as shown
 * @param gold rows of the gold statement; those of a ranking in its order, with all that could stand in it
 * @param ranked column by which the rows are ordered, where the question asks for an order
 * @param top how many rows a ranking has, where the question says so
 */
export function matches(table, gold, { ranked, top } = {}) {
  const wanted = ranked && top ? gold.slice(0, top) : gold;
  if (table.rows.length === 0) return wanted.every((row) => Object.values(row).every(isNothing));
  if (table.rows.length !== wanted.length) return false;
  const keys = Object.keys(gold[0]);
  return mappings(keys, Object.keys(table.rows[0])).some((columns) => {
    const shown = table.rows.map((row) => columns.map((column) => row[column]));
    const expected = (row) => keys.map((key) => row[key]);
    if (!ranked) return sameRows(shown, wanted.map(expected));
    const place = keys.indexOf(ranked);
    const inOrder = wanted.every((row, at) => sameValue(shown[at][place], row[ranked]));
    // Whoever is level with the last may stand there as well.
    return inOrder && areAmong(shown, gold.map(expected));
  });
}

/** Every way to give each gold column a column of the table of its own. */
function mappings(keys, columns) {
  if (keys.length === 0) return [[]];
  const [first, ...others] = keys;
  const candidates = columns.includes(first)
    ? [first, ...columns.filter((column) => column !== first)]
    : columns;
  return candidates.flatMap((column) =>
    mappings(
      others,
      columns.filter((other) => other !== column),
    ).map((rest) => [column, ...rest]),
  );
}

function sameRows(shown, expected) {
  return shown.length === expected.length && areAmong(shown, expected);
}

/** Each of these rows is one of those, none twice. */
function areAmong(rows, pool) {
  const open = [...pool];
  return rows.every((row) => {
    const at = open.findIndex((other) => row.every((value, place) => sameValue(value, other[place])));
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  });
}

function sameValue(shown, gold) {
  const [left, right] = [asNumber(shown), asNumber(gold)];
  if (left !== null && right !== null) {
    return Number.isInteger(right)
      ? left === right
      : Math.abs(left - right) <= relativeTolerance * Math.max(1, Math.abs(right));
  }
  if (typeof shown !== 'string' || typeof gold !== 'string') return (shown ?? null) === (gold ?? null);
  // Namesakes are told apart by what stands in brackets behind the name.
  return shown === gold || shown.startsWith(`${gold} (`);
}

/** Sums come from PostgreSQL as text. */
function asNumber(value) {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?(e-?\d+)?$/.test(value) ? Number(value) : null;
}

function isNothing(value) {
  return value === null || Number(value) === 0;
}
