import type { FigureRequest } from '../../analytics/figureQuery';
import { readFigureRequest } from '../../analytics/readFigureRequest';
import type { NameProblem } from '../../analytics/run/resolveNames';
import type { Figures } from '../../analytics/run/runFigures';
import type { Texts } from '../../analytics/semanticModel/types';
import { ReadTimeout } from '../../storage/database/database';
import { rowsForModel } from '../rowsForModel';
import type { ToolContext, ToolOutcome } from '../toolContext';
import { runRecorded } from './runRecorded';

/**
 * Answers a query about figures. What the model can mend (an argument, an unknown or ambiguous name, a query that takes
 * too long) is an outcome.
 */
export async function answerFigures(
  asked: { subject: FigureRequest['subject']; input: unknown },
  context: ToolContext,
): Promise<ToolOutcome> {
  const request = readFigureRequest(asked);
  if ('mistake' in request) return failure('wrong_argument', request.mistake, context);
  try {
    const { employee, language, now, signal, readAs, recordQuery } = context;
    const found = await runRecorded(request, { employee, language, now, signal, readAs, recordQuery });
    return 'table' in found ? success(found) : nameFailure(found, context);
  } catch (error) {
    if (error instanceof ReadTimeout) return failure('query_too_slow', tooSlow, context);
    throw error;
  }
}

function success({ table, chart, notice }: Figures): ToolOutcome {
  const { title, columns, rows, scope, definition, truncated, totalCount } = table;
  const shown = rows.slice(0, rowsForModel);
  const content = {
    title,
    columns: columns.map(({ key, label, kind }) => `${key} (${label}, ${kind})`),
    rows: shown.map((row) => columns.map(({ key }) => row[key])),
    scope,
    definition,
    truncated: truncated || shown.length < rows.length,
    totalCount,
    notice,
  };
  return { content: JSON.stringify(content), artifact: { kind: 'table', table, chart, notice } };
}

function nameFailure(problem: NameProblem, context: ToolContext): ToolOutcome {
  if ('unknown' in problem) {
    const { unknown } = problem;
    const message = {
      ko: `‘${unknown}’을(를) 찾지 못했습니다. 없는 이름이거나 볼 수 없는 이름입니다.`,
      en: `‘${unknown}’ was not found: it does not exist or you may not see it.`,
    };
    return failure('unknown_name', message, context);
  }
  const { matched, candidates } = problem.ambiguous;
  const list = candidates
    .map(({ codes, name, detail }) => `${name} (${detail}, ${codes.join('·')})`)
    .join(', ');
  const message = {
    ko: `‘${matched}’에 해당하는 곳이 여럿입니다: ${list}. 어느 쪽인가요?`,
    en: `‘${matched}’ may mean several: ${list}. Which one?`,
  };
  return failure('ambiguous_name', message, context);
}

const tooSlow: Texts = {
  ko: '조회가 너무 오래 걸려 멈추었습니다. 기간이나 조건을 좁혀 주세요.',
  en: 'The query took too long and was stopped. Please narrow the period or the conditions.',
};

function failure(code: string, texts: Texts, { language }: ToolContext): ToolOutcome {
  const message = texts[language];
  return { content: JSON.stringify({ error: code, message }), artifact: { kind: 'error', code, message } };
}
