import type { FigureRequest } from '../../analytics/figureQuery';
import { asksFor, type MeantFigures } from '../../analytics/followUps/meantFigures';
import type { LinkedNames } from '../../analytics/linkNames/linkedNames';
import type { NameProblem } from '../../analytics/run/resolveNames';
import type { Figures } from '../../analytics/run/runFigures';
import type { AskedQuestion } from '../../analytics/understand/thread';
import { understandQuestion } from '../../analytics/understand/understandQuestion';
import type { Actor } from '../../policies/actor';
import type { ResultTable } from '../../shared/resultTable';

/** A question that could be offered, and what it is to ask for. */
export interface FigureOffer {
  question: string;
  meant: MeantFigures;
}

interface Asking {
  actor: Actor;
  now: Date;
  /** The names in the question. */
  names: LinkedNames;
  /** What was asked before it in the chat. */
  earlier: AskedQuestion[];
  /** Reads figures as the person who would ask. */
  run: (request: FigureRequest) => Promise<Figures | NameProblem>;
}

/** Whether the program would read a question as it is meant and have figures for the person who asks it. */
export async function hasFigures(
  { question, meant }: FigureOffer,
  { actor, now, names, earlier, run }: Asking,
): Promise<boolean> {
  const understood = understandQuestion(question, { names, now, employee: actor, earlier });
  const { askBack, remarks, searchQuery } = understood;
  const request = requestIn(understood, meant.subject);
  if (askBack || searchQuery || remarks.length > 0 || !request || !asksFor(request.query, meant))
    return false;
  const figures = await run(request);
  return 'table' in figures && !figures.notice && saysSomething(figures.table);
}

/** The query of an understood question, where it is of this subject alone. */
function requestIn(
  { sales, interactions }: ReturnType<typeof understandQuestion>,
  subject: FigureRequest['subject'],
): FigureRequest | null {
  if (sales && interactions) return null;
  if (subject === 'sales') return sales ? { subject, query: sales } : null;
  return interactions ? { subject, query: interactions } : null;
}

/** A row of nothing but zeros is no answer. */
function saysSomething({ rows, columns }: ResultTable): boolean {
  const figures = columns.filter(({ kind }) => ['won', 'count', 'ratio', 'number'].includes(kind));
  if (figures.length === 0) return rows.length > 0;
  return rows.some((row) => figures.some(({ key }) => typeof row[key] === 'number' && row[key] !== 0));
}
