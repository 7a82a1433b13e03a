/** What PostgreSQL says of a table, a column and a function that are not there. */
const undefinedCodes = new Set(['42P01', '42703', '42883']);

/** Whether something failed because the database has not, or not yet, what the program asks it for. */
export function lacksSchema(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && undefinedCodes.has(code)) return true;
  const { original, cause } = error as { original?: unknown; cause?: unknown };
  return lacksSchema(original) || lacksSchema(cause);
}
