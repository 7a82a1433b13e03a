/** Behind the turn begun last, behind a certain one, or beside one, as its branch. */
export type TurnPlace = { kind: 'last' } | { kind: 'after' | 'beside'; turnId: string };

/** Statement that gives the turn before the one at `place`; no row where there is no such turn in the chat. */
export function parentAt(place: TurnPlace): string {
  if (place.kind === 'last') {
    return `SELECT (SELECT id FROM turns WHERE conversation_id = $conversationId
                    ORDER BY started_at DESC, id DESC LIMIT 1) AS parent`;
  }
  const parent = place.kind === 'after' ? 'id' : 'parent_turn_id';
  return `SELECT ${parent} AS parent FROM turns WHERE id = $placeTurnId AND conversation_id = $conversationId`;
}
