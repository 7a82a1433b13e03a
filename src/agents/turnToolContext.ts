import type { OpenSpan, TurnTrace } from '../audit/turnTrace';
import type { Actor } from '../policies/actor';
import type { SearchPassages } from '../retrieval/hybridSearch';
import type { ReadAround } from '../retrieval/readAround';
import type { Language } from '../shared/problem';
import type { ReadAs } from '../storage/database/database';
import { createSqlTries } from '../tools/sql/sqlTries';
import type { ToolContext } from '../tools/toolContext';
import type { Gathered } from './agentContext';
import { tracedReads } from './tracedReads';

interface Turn {
  /** Who asks, as known at the moment of a call. */
  reader: () => Actor;
  language: Language;
  now: Date;
  signal: AbortSignal;
  trace: TurnTrace;
  gathered: Gathered;
}

/** What tools may use in a turn: everything as the person who asks, every query and search traced under its call. */
export function turnToolContext(
  { reader, language, now, signal, trace, gathered }: Turn,
  parts: { readAs: ReadAs; searchPassages: SearchPassages; readAround: ReadAround },
): (span: OpenSpan) => ToolContext {
  const sqlTries = createSqlTries();
  return ({ id: parentId }) => ({
    sqlTries,
    employee: reader(),
    language,
    now,
    signal,
    readAs: parts.readAs,
    ...tracedReads({ actor: reader(), now, signal, trace, parentId }, parts.searchPassages),
    readAround: parts.readAround,
    numberPassages(passages) {
      const first = gathered.passages.length + 1;
      const numbered = passages.map((passage, at) => ({ ...passage, number: first + at }));
      gathered.passages.push(...numbered);
      return numbered;
    },
  });
}
