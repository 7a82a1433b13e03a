/** Keeps the heads of the audit chain outside the database: small texts under names such as `2026-11-26.json`. */
export interface AuditHeadStore {
  /** Replaces what is kept under this name. */
  put(name: string, text: string): Promise<void>;
  read(): Promise<{ name: string; text: string }[]>;
}
