import type { NewSpan } from '../repositories/newSpan';
import type { SpanDto } from '../shared/audit';

/** A stored step as the API and an export tell it. */
export function toSpanDto({
  id,
  parentId,
  turnId,
  kind,
  name,
  input,
  output,
  error,
  startedAt,
  durationMs,
}: NewSpan): SpanDto {
  return {
    id,
    parentId,
    turnId,
    kind,
    name,
    input,
    output,
    error,
    startedAt: startedAt.toISOString(),
    ms: Math.round(durationMs * 1000) / 1000,
  };
}
