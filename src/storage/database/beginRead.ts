/**
 * Statements that open a reading transaction for an employee, as one message. `SET LOCAL` ends with the transaction, so
 * that a pooled connection keeps nothing.
 */
export function beginRead(
  employeeId: number,
  options: { setRole: boolean; timeoutMs: number; settings?: Record<string, string> },
): string {
  if (!Number.isSafeInteger(employeeId)) throw new Error('employeeId must be an integer');
  return [
    'BEGIN READ ONLY',
    ...(options.setRole ? ['SET LOCAL ROLE narutalk_reader'] : []),
    `SET LOCAL app.employee_id = '${employeeId}'`,
    `SET LOCAL statement_timeout = ${Math.max(1, Math.ceil(options.timeoutMs))}`,
    ...Object.entries(options.settings ?? {}).map(([name, value]) => `SET LOCAL ${name} = ${value}`),
  ].join('; ');
}
