import { toSpanDto } from '../spanDto';
import { turnSearch } from '../turnSearch';
import type { ExportRecord } from '../../repositories/auditExports';
import type { TurnSearch } from '../../repositories/auditTurns';
import type { Repositories } from '../../repositories/repositories';
import type { ExportedTurn } from './exportedTurn';

/**
 * What an export looks for: its filter, and nothing that began after it was asked for.
 * @param unseen what whoever asked for it does not see
 */
export function exportSearch(
  { filter, askedAt }: Pick<ExportRecord, 'filter' | 'askedAt'>,
  unseen: string[],
): TurnSearch {
  const search = turnSearch(filter);
  return { ...search, unseen, to: search.to && search.to < askedAt ? search.to : askedAt };
}

/** Turns of a page. Traces are some hundred times as large as what was said. */
const pageSizes = { turns: 250, traces: 25 };

/**
 * The turns of an export, newest first, a page at a time; those that began after it was asked for are not in it. Each page
 * is a query of its own behind the last turn of the page before, so that no transaction stays open meanwhile.
 * @param onPage told how many turns a page had, before it is given out.
 */
export async function* readTurns(
  { search, trace }: { search: TurnSearch } & Pick<ExportRecord, 'trace'>,
  { auditTurns, exportedTurns, traceLogs }: Repositories,
  onPage: (rows: number) => void,
): AsyncGenerator<ExportedTurn[]> {
  const limit = trace ? pageSizes.traces : pageSizes.turns;
  let after: { startedAt: string; id: string } | undefined;
  for (;;) {
    const turns = await auditTurns.list(search, { after, limit });
    const ids = turns.map(({ turnId }) => turnId);
    const opinions = await exportedTurns.opinions(ids);
    const spans = trace ? await traceLogs.ofTurns(ids) : undefined;
    onPage(turns.length);
    yield turns.map((turn) => ({
      turn,
      opinion: opinions.get(turn.turnId),
      ...(spans ? { spans: spans.get(turn.turnId)!.map(toSpanDto) } : {}),
    }));
    const last = turns.at(-1);
    if (!last || turns.length < limit) return;
    after = { startedAt: last.startedAt, id: last.turnId };
  }
}
