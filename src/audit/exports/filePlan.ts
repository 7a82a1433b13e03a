import type { ExportColumn } from '../../shared/auditExports';
import type { Language } from '../../shared/problem';

/** What a file is to be. */
export interface FilePlan {
  columns: ExportColumn[];
  /** Language of the names of its columns. */
  language: Language;
  /** Called for each text that was longer than its cell may be. */
  onCut: () => void;
}
