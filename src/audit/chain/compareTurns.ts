import type { AuditedTurnRepository } from '../../repositories/auditedTurns';
import type { ProvableEvent, ProvableTurn, RowProofs } from '../../repositories/rowProofs';
import type { AuditFinding } from '../../shared/auditChain';

/** Turns whose events are read at a time. */
const turnsPerRead = 50;

/** Compares what turns sent with the hashes their rows prove, and the owner of their chat with who asked. */
export async function compareTurns(
  turns: ProvableTurn[],
  { auditedTurns, proofs }: { auditedTurns: AuditedTurnRepository; proofs: RowProofs },
): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for (let from = 0; from < turns.length; from += turnsPerRead) {
    const some = turns.slice(from, from + turnsPerRead);
    const events = new Map<string, ProvableEvent[]>(some.map(({ id }) => [id, []]));
    for (const event of await auditedTurns.events([...events.keys()])) events.get(event.turnId)!.push(event);
    const owners = await auditedTurns.owners(some.map(({ conversationId }) => conversationId));
    for (const turn of some) {
      findings.push(...findInChat(turn, owners.get(turn.conversationId)));
      findings.push(...findInEvents(turn, events.get(turn.id)!, proofs));
    }
  }
  return findings;
}

function findInChat(turn: ProvableTurn, owner: number | undefined): AuditFinding[] {
  if (owner === turn.employeeId) return [];
  const reason = owner === undefined ? 'missing' : 'changed';
  return [{ table: 'conversations', id: turn.conversationId, reason }];
}

function findInEvents(turn: ProvableTurn, events: ProvableEvent[], proofs: RowProofs): AuditFinding[] {
  const { firstSeq, eventHashes, conversationId } = turn;
  if (firstSeq === null || eventHashes === null) return []; // from before they were proven
  const finding = (reason: AuditFinding['reason'], conversation: string, seq: number) => ({
    table: 'turn_events',
    id: `${conversation}/${seq}`,
    reason,
  });
  const found: AuditFinding[] = [];
  const gone = new Set(eventHashes.map((_hash, at) => firstSeq + at));
  for (const event of events) {
    const expected = event.conversationId === conversationId ? eventHashes[event.seq - firstSeq] : undefined;
    if (expected === undefined) {
      found.push(finding('inserted', event.conversationId, event.seq));
      continue;
    }
    gone.delete(event.seq);
    if (proofs.hashEvent(event) !== expected) found.push(finding('changed', conversationId, event.seq));
  }
  return [...[...gone].map((seq) => finding('missing', conversationId, seq)), ...found];
}
