import type { ResultTable } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import { nothing, periodInWords } from './figureSentences';
import { cellInWords } from './numbersInWords';
import type { PlannedQuery } from './understanding';

/** Contacts that are told; the table has all. */
const toldContacts = 5;

/** The latest contacts of a list, one a line, with what was said and what is to be done next. */
export function contactSentences(
  table: ResultTable,
  args: Partial<PlannedQuery>,
  language: Language,
): string {
  const ko = language === 'ko';
  const scope = ko ? `집계 범위: ${table.scope}.` : `Scope: ${table.scope}.`;
  if (table.rows.length === 0) return `${nothing(table, args, language)} ${scope}`;
  const lines = table.rows.slice(0, toldContacts).map((row) => {
    const time = cellInWords(row.occurredAt, 'time', language);
    const next = row.nextAction ? ` → ${ko ? '다음 할 일' : 'next'}: ${row.nextAction}` : '';
    return `- ${time} ${row.customer} (${row.type}, ${row.employee}): ${row.summary}${next}`;
  });
  const count = table.totalCount ?? table.rows.length;
  const isAtLeast = table.truncated && table.totalCount === undefined;
  const head = ko
    ? `${periodInWords(args)} ${table.title} ${count}건${isAtLeast ? ' 이상' : ''} 중 최근 ${lines.length}건입니다. ${scope}`
    : `${table.title}, ${periodInWords(args)}: the latest ${lines.length} of ${count}${isAtLeast ? ' or more' : ''}. ${scope}`;
  return [head, ...lines].join('\n');
}
