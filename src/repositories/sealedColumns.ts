/** Columns of `turns` as `TurnColumns`. */
export const turnColumns = `id, conversation_id AS "conversationId", employee_id AS "employeeId",
  client_message_id AS "clientMessageId", regenerates_turn_id AS "regeneratesTurnId", parent_turn_id AS "parentTurnId",
  owner_process AS "ownerProcess", asked_rights AS "askedRights", started_at AS "startedAt"`;

/** Columns of `turn_events` as `ProvableEvent`. */
export const eventColumns = `conversation_id AS "conversationId", turn_id AS "turnId", seq, type, payload,
  created_at AS "createdAt"`;
