import type { ChatEvent } from '../shared/chat';
import type { ResultTable } from '../shared/resultTable';
import type { Actor } from './actor';
import { may } from './permissions';

/** A stored table as a person may see it now: with its SQL for those who may see SQL. */
export function tableFor(actor: Actor, table: ResultTable): ResultTable {
  if (may(actor, 'sql.view')) return table;
  const { sql: _hidden, ...rest } = table;
  return rest;
}

/** The same for something that has such tables. */
export function withTablesFor<Holder extends { tables: ResultTable[] }>(
  actor: Actor,
  holder: Holder,
): Holder {
  return { ...holder, tables: holder.tables.map((table) => tableFor(actor, table)) };
}

/** The same for an event of a chat. */
export function eventFor(actor: Actor, event: ChatEvent): ChatEvent {
  if (event.type !== 'table' || may(actor, 'sql.view')) return event;
  const { sql: _hidden, ...rest } = event;
  return rest;
}
