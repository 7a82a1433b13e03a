/** Characters of a statement: several screens of SQL, more than a question of the product needs. */
export const maximumStatementLength = 8_000;
/** Brackets within brackets; more would only make the parser work. */
export const maximumBracketDepth = 40;
/** Operators, and words such as NOT, CASE and UNION, each of which may nest what follows one deeper. */
export const maximumNestingWords = 250;
/** Nodes within nodes of the parsed statement. */
export const maximumDepth = 120;
/** Tables and functions a statement reads from: what it takes to plan a join grows steeply with them. */
export const maximumRelations = 16;
/** Tables of one FROM beyond the first that no condition joins, such as a total of one row. */
export const maximumLooseTables = 2;
/** Columns in one CUBE, which makes 2 to that power of groupings. */
export const maximumCubeColumns = 5;
/** Bytes one value may grow to while it is put together; PostgreSQL itself would go on to a gigabyte. */
export const maximumValueBytes = 32_000_000;
/** Characters by which `repeat`, `lpad` and `char(n)` may fill up. */
export const maximumFill = 1_000;

/** Columns of a result: more than anybody reads. */
export const maximumColumns = 40;
/** Characters of one cell; longer ones are cut, and end in an ellipsis. */
export const maximumCellLength = 2_000;
/** Bytes of a result, as JSON; what is beyond is cut and said to be. */
export const maximumResultBytes = 1_000_000;
/** Rows fetched at a time, so that a result that is too large is noticed before it is all here. */
export const fetchedRows = 50;
/**
 * The planner's cost of a statement. A scan of ten million sales rows with their joins is estimated at about half of it; a
 * join without a condition of two tables of some ten thousand rows at several times as much.
 */
export const maximumCost = 2_000_000;
/** Milliseconds of everything a statement takes in the database. */
export const statementTimeoutMs = 10_000;
