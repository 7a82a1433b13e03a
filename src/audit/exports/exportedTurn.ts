import type { TurnDetails } from '../../repositories/exportedTurns';
import type { AuditTurnDto, SpanDto } from '../../shared/audit';
import type { Citation } from '../../shared/chat';
import type { ExportColumn } from '../../shared/auditExports';

/** A turn with all that a file may say of it. */
export interface ExportedTurn {
  turn: AuditTurnDto;
  details: TurnDetails;
  /** The steps of its trace, where they were asked for. */
  spans?: SpanDto[];
}

/** What a column holds, as JSON has it. */
type ColumnValue = string | number | null | string[] | Citation[];

const readers: Record<ExportColumn, (exported: ExportedTurn) => ColumnValue> = {
  turnId: ({ turn }) => turn.turnId,
  conversationId: ({ turn }) => turn.conversationId,
  startedAt: ({ turn }) => turn.startedAt,
  startedAtKorea: ({ turn }) => koreanClock(turn.startedAt),
  finishedAt: ({ turn }) => turn.finishedAt,
  durationMs: ({ turn: { startedAt, finishedAt } }) =>
    finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt),
  employeeNo: ({ turn }) => turn.employee.employeeNo,
  employeeName: ({ turn }) => turn.employee.name,
  team: ({ turn }) => turn.employee.team,
  question: ({ turn }) => turn.question,
  answer: ({ turn }) => turn.answer,
  status: ({ turn }) => turn.status,
  errorCode: ({ details }) => details.errorCode,
  model: ({ turn }) => turn.model,
  inputTokens: ({ turn }) => turn.inputTokens,
  outputTokens: ({ turn }) => turn.outputTokens,
  costKrw: ({ details }) => details.costKrw,
  citations: ({ turn }) => turn.citations,
  tools: ({ details }) => details.tools,
  sql: ({ turn }) => turn.tables.flatMap(({ sql }) => sql ?? []),
  feedbackRating: ({ details }) => details.feedback?.rating ?? null,
  feedbackReason: ({ details }) => details.feedback?.reason ?? null,
  feedbackComment: ({ details }) => details.feedback?.comment ?? null,
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
  return value.map((item) => (typeof item === 'string' ? item : citationText(item))).join('\n');
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
