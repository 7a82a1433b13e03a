/** What is wrong with a row, a seal or a kept head of the audit. */
export type AuditFault =
  /** It says something else than what was written. */
  | 'changed'
  /** It was written and is gone. */
  | 'missing'
  /** It was not written by this program. */
  | 'inserted'
  /** It was signed with a key that is not known here. */
  | 'unknown_key';

export interface AuditFinding {
  table: string;
  /** Key of the row; number of the seal; name of the head. */
  id: string;
  reason: AuditFault;
}

/** What verifying the audit found. */
export interface AuditVerificationDto {
  ok: boolean;
  /** Rows that were compared with their proof. */
  checked: number;
  seals: number;
  /** The first that is wrong, in the order of the chain. */
  first?: AuditFinding;
  /** All that is wrong, as far as it was listed. */
  findings: AuditFinding[];
}
