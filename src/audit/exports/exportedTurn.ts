import type { Opinion } from '../../repositories/exportedTurns';
import type { AuditTurnDto, NamedCode, SpanDto } from '../../shared/audit';
import type { Citation } from '../../shared/chat';
import type { ExportColumn } from '../../shared/auditExports';

/** A turn with all that a file may say of it. */
export interface ExportedTurn {
  turn: AuditTurnDto;
  opinion?: Opinion;
  /** The steps of its trace, where they were asked for. */
  spans?: SpanDto[];
}

/** What a column holds, as JSON has it. */
type ColumnValue = string | number | null | string[] | NamedCode[] | Citation[];

const readers: Record<ExportColumn, (exported: ExportedTurn) => ColumnValue> = {
  turnId: ({ turn }) => turn.turnId,
  conversationId: ({ turn }) => turn.conversationId,
  startedAt: ({ turn }) => turn.startedAt,
  startedAtKorea: ({ turn }) => koreanClock(turn.startedAt),
  finishedAt: ({ turn }) => turn.finishedAt,
  latencyMs: ({ turn }) => turn.latencyMs,
  firstTokenMs: ({ turn }) => turn.firstTokenMs,
  employeeNo: ({ turn }) => turn.employee.employeeNo,
  employeeName: ({ turn }) => turn.employee.name,
  team: ({ turn }) => turn.employee.team,
  question: ({ turn }) => turn.question,
  answer: ({ turn }) => turn.answer,
  status: ({ turn }) => turn.status,
  errorCode: ({ turn }) => turn.errorCode,
  model: ({ turn }) => turn.model,
  inputTokens: ({ turn }) => turn.inputTokens,
  outputTokens: ({ turn }) => turn.outputTokens,
  costKrw: ({ turn }) => turn.costKrw,
  citations: ({ turn }) => turn.citations,
  evidence: ({ turn }) => turn.evidence,
  tools: ({ turn }) => turn.tools,
  products: ({ turn }) => turn.products,
  customers: ({ turn }) => turn.customers,
  sql: ({ turn }) => turn.tables.flatMap(({ sql }) => sql ?? []),
  feedback: ({ turn }) => turn.feedback,
  feedbackReason: ({ opinion }) => opinion?.reason ?? null,
  feedbackComment: ({ opinion }) => opinion?.comment ?? null,
  flags: ({ turn }) => turn.flags,
  conversationDeletedAt: ({ turn }) => turn.conversationDeletedAt,
};

/** What a column says of a turn, as JSON has it. */
export function valueOf(column: ExportColumn, exported: ExportedTurn): ColumnValue {
  return readers[column](exported);
}

/** The same for a cell: lists line by line, a citation with its document, page and words. */
export function cellOf(column: ExportColumn, exported: ExportedTurn): string | number | null {
  const value = valueOf(column, exported);
  if (!Array.isArray(value)) return value;
  return value.map(itemText).join('\n');
}

function itemText(item: string | NamedCode | Citation): string {
  if (typeof item === 'string') return item;
  return 'code' in item ? `${item.code} ${item.name}` : citationText(item);
}

function citationText({ number, title, page, quote }: Citation): string {
  return `[${number}] ${title}${page === null ? '' : ` p.${page}`}: ${quote}`;
}

/** Milliseconds by which the clock in Korea is ahead of UTC, all year. */
const koreaAheadMs = 9 * 60 * 60_000;

/** An instant as the clock in Korea shows it: `2026-03-01 09:00:00`. */
function koreanClock(instant: string): string {
  const shown = new Date(Date.parse(instant) + koreaAheadMs).toISOString();
  return `${shown.slice(0, 10)} ${shown.slice(11, 19)}`;
}
