/**
 * Turns with what the numbers count of them, from what was written: those begun from `$liveFrom` until before `$liveTo`. The
 * columns are those of `turn_numbers`, in its order.
 */
export const writtenTurns = `
  SELECT t.id AS turn_id, t.conversation_id, t.started_at, t.employee_id, e.team, t.status, answer.model,
    coalesce(answer.input_tokens, 0) AS input_tokens, coalesce(answer.output_tokens, 0) AS output_tokens, answer.cost_krw,
    CASE WHEN t.finished_at IS NOT NULL
      THEN round(greatest(0, extract(epoch FROM t.finished_at - t.started_at)) * 1000)::integer END AS total_ms,
    (SELECT round(greatest(0, extract(epoch FROM min(v.created_at) - t.started_at)) * 1000)::integer
     FROM turn_events v WHERE v.turn_id = t.id AND v.type = 'text-delta' HAVING count(*) > 0) AS first_text_ms,
    coalesce(jsonb_array_length(answer.citations), 0) AS citations,
    (SELECT count(*) FROM jsonb_array_elements(answer.citations) AS cited WHERE cited ->> 'quote' <> '')::integer AS quotes,
    coalesce(jsonb_array_length(answer.tables), 0) AS tables,
    (SELECT CASE min(CASE s.output #>> '{artifact,grade}' WHEN 'found' THEN 1 WHEN 'near' THEN 2 ELSE 3 END)
        WHEN 1 THEN 'found' WHEN 2 THEN 'near' WHEN 3 THEN 'none' END
     FROM system_trace_logs s
     WHERE s.turn_id = t.id AND s.kind = 'tool' AND s.output #>> '{artifact,kind}' = 'passages') AS evidence
  FROM turns t
  JOIN employees e ON e.id = t.employee_id
  LEFT JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
  WHERE t.started_at >= $liveFrom AND t.started_at < $liveTo`;

/** Steps of those turns by how long they took, as `step_times_by_hour` has them. */
export const writtenSteps = ({ from = '$liveFrom', ofPerson = false } = {}) => `
  SELECT date_trunc('hour', t.started_at) AS hour, coalesce(e.team, '') AS team, coalesce(answer.model, '') AS model,
    s.kind, s.name, floor(8 * ln(greatest(s.duration_ms, 0.01)) / ln(2))::integer AS step, count(*)::integer AS spans
  FROM turns t
  JOIN employees e ON e.id = t.employee_id
  JOIN system_trace_logs s ON s.turn_id = t.id AND s.kind <> 'event'
  LEFT JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
  WHERE t.started_at >= ${from} AND t.started_at < $liveTo${ofPerson ? ' AND e.employee_no = $employeeNo' : ''}
  GROUP BY 1, 2, 3, 4, 5, 6`;
