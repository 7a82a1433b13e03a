import type { TurnFilter } from '../shared/audit';
import { wordsOf } from '../shared/turnWords';
import { containing } from './likePattern';

/** A filter with its days as moments. */
export interface TurnSearch extends Omit<TurnFilter, 'from' | 'to'> {
  from?: Date;
  /** Not included. */
  to?: Date;
  /** What is taken out of what was said before words are looked for in it; not given: nothing. */
  unseen?: string[];
}

/** Where a page of turns goes on: behind this one. */
export interface TurnPlaceInList {
  startedAt: string;
  id: string;
}

/** What the statement has to be told: nothing in it stands in the text of the statement. */
interface Known {
  search: TurnSearch;
  /** Key of the person looked for. */
  personId: number | undefined;
  after: TurnPlaceInList | undefined;
  /** When the newest turn was begun that can be among those looked for. */
  newest: Date;
  limit: number;
}

const hourMs = 3_600_000;

/**
 * The time of a turn as a sum, which no index by time knows: spans are read by the index of facets, which knows their time too. The
 * planner takes a look at each row of a span for cheaper than it is.
 */
const begunAt = "started_at + interval '0'";

/** Hours of each span of time that is looked through, from the newest turn on, and the rest behind them. */
const spans = [1, 8, 64, 512, 4096];

/**
 * The statement that finds a page of turns, newest first, as rows `turn_id, started_at`.
 *
 * Words and facets are in one index, and so are spans of time: it is asked for the matches of the last hour, then of the 7 hours
 * before it, and so on, each span 8 times as long, until there are enough. So neither a word that half the turns have nor one
 * that two turns have reads more than a few times what it finds (docs/decisions/0025-finding-turns.md).
 */
export function turnsFoundSql({ search, personId, after, newest, limit }: Known): {
  sql: string;
  bind: unknown[];
} {
  const bind: unknown[] = [];
  const given = (value: unknown, type: string) => `$${bind.push(value)}::${type}`;

  const said = search.q ? wordsOf(search.q) : [];
  const seen = search.unseen?.length
    ? `regexp_replace(said, ${given(anyOf(search.unseen), 'text')}, ' ', 'gi')`
    : 'said';
  const saysAll = said.length > 0 ? [`${seen} ILIKE ALL (${given(said.map(containing), 'text[]')})`] : [];
  const words = said.some(hasPair)
    ? [`(turn_words(said) COLLATE "C") @> turn_words(${given(said.join(' '), 'text')})`]
    : [];
  const facets = facetsOf(search, personId);
  const indexed = [
    ...(facets.length > 0 ? [`facets @> ${given(facets, 'text[]')}`] : []),
    ...words,
    ...inSteps('cost', search.minCostKrw, search.maxCostKrw),
    ...inSteps('ms', search.minMs, search.maxMs),
  ];
  function inSteps(name: string, lowest: number | undefined, highest: number | undefined): string[] {
    if (lowest === undefined && highest === undefined) return [];
    const [from, to] = [lowest, highest].map((amount) => given(amount ?? null, 'double precision'));
    return [`facets && turn_steps('${name}', ${from}, ${to})`];
  }
  const exact = [
    ...(search.minCostKrw === undefined ? [] : [`cost_krw >= ${given(search.minCostKrw, 'numeric')}`]),
    ...(search.maxCostKrw === undefined ? [] : [`cost_krw <= ${given(search.maxCostKrw, 'numeric')}`]),
    ...(search.minMs === undefined ? [] : [`latency_ms >= ${given(search.minMs, 'numeric')}`]),
    ...(search.maxMs === undefined ? [] : [`latency_ms <= ${given(search.maxMs, 'numeric')}`]),
  ];
  const behind = (time: string) =>
    after
      ? [`(${time}, turn_id) < (${given(after.startedAt, 'timestamptz')}, ${given(after.id, 'uuid')})`]
      : [];
  const rows = given(limit, 'integer');

  // Nothing to ask the index for: turns are read from the newest on until there are enough.
  if (indexed.length === 0) {
    const all = [
      `started_at <= ${given(newest, 'timestamptz')}`,
      ...(search.from ? [`started_at >= ${given(search.from, 'timestamptz')}`] : []),
      ...behind('started_at'),
      ...saysAll,
    ];
    return {
      sql: `SELECT turn_id, started_at FROM turn_facts WHERE ${all.join(' AND ')}
        ORDER BY started_at DESC, turn_id DESC LIMIT ${rows}`,
      bind,
    };
  }

  const goesOn = behind(begunAt);
  const oldest = search.from?.getTime() ?? -Infinity;
  const parts: string[] = [];
  // What is begun at the very time of the newest turn is one of those looked for.
  let before = newest.getTime() + 1;
  for (const [at, hours] of [...spans.entries(), [spans.length, Infinity] as const]) {
    if (before <= oldest) break;
    const begin = Math.max(newest.getTime() - hours * hourMs, oldest);
    const end = given(new Date(before), 'timestamptz');
    const conditions = [...indexed, ...exact, ...goesOn, `${begunAt} < ${end}`];
    if (begin > -Infinity) {
      const start = given(new Date(begin), 'timestamptz');
      conditions.push(`${begunAt} >= ${start}`);
      // The rest is as long as it is: no spans of its own.
      if (hours < Infinity)
        conditions.push(`facets && turn_window(${start}, ${end}, ${Math.max(0, at - 1)})`);
    }
    // OFFSET keeps the planner from walking the turns by time in the hope of finding enough soon.
    parts.push(`(SELECT turn_id, started_at FROM (
        SELECT turn_id, started_at FROM turn_facts WHERE ${conditions.join('\n          AND ')} OFFSET 0
      ) AS span ORDER BY started_at DESC, turn_id DESC)`);
    before = begin;
  }
  // The parts are read one after the other, and no further than the limit. Pairs of letters may stand apart: what is found by
  // them is read.
  const reads =
    saysAll.length > 0
      ? `WHERE (SELECT ${saysAll[0]} FROM turn_facts WHERE turn_facts.turn_id = spans.turn_id)`
      : '';
  return {
    sql: `SELECT turn_id, started_at FROM (${parts.join('\n      UNION ALL ')}) AS spans ${reads} LIMIT ${rows}`,
    bind,
  };
}

/** A pattern of PostgreSQL for any of these texts, as they stand there. */
function anyOf(texts: string[]): string {
  return texts.map((text) => text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')).join('|');
}

/** Whether the index knows anything of a word: single letters it does not. */
function hasPair(word: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(word);
}

function facetsOf(search: TurnSearch, personId: number | undefined): string[] {
  const facets = {
    person: personId,
    team: search.team,
    status: search.status,
    tool: search.tool,
    document: search.documentId?.toLowerCase(),
    product: search.product,
    customer: search.customer,
    model: search.model,
    feedback: search.feedback,
    evidence: search.evidence,
    flag: search.flag,
  };
  return Object.entries(facets).flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`]));
}
