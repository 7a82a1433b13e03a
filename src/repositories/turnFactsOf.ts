import { z } from 'zod';
import type { EvidenceGrade } from '../shared/search';
import type { NewMessage } from './chatHistory';
import type { NewSpan } from './newSpan';

/** What a turn is looked for by beside what its message says of itself. */
export interface FactsOfTurn {
  /** Tools that were called, each once. */
  tools: string[];
  /** Documents the answer quotes. */
  documentIds: string[];
  /** Codes that were linked to its question or asked for in a query, among others: those of products and customers are kept. */
  named: string[];
  evidence: EvidenceGrade | null;
}

const linked = z.object({ output: z.object({ customers: coded(), products: coded() }) });
const asked = z.object({ input: z.object({ parameters: z.array(z.unknown()) }) });
const searched = z.object({
  output: z.object({
    artifact: z.object({ kind: z.literal('passages'), grade: z.enum(['found', 'near', 'none']) }),
  }),
});

/** Reads the facts of a turn from its answer and trace; `rebuild_turn_facts` in the database reads the same from what is stored. */
export function turnFactsOf({
  answer,
  steps,
}: {
  answer: Pick<NewMessage, 'toolCalls' | 'citations'>;
  steps: readonly NewSpan[];
}): FactsOfTurn {
  const named = new Set<string>();
  const grades = new Set<EvidenceGrade>();
  for (const span of steps) {
    const names = span.kind === 'link' && span.name === 'names' && linked.safeParse(span);
    if (names && names.success) {
      const { customers, products } = names.data.output;
      for (const { code } of [...customers, ...products]) named.add(code);
    }
    const query = span.kind === 'query' && asked.safeParse(span);
    if (query && query.success) for (const text of textsIn(query.data.input.parameters)) named.add(text);
    const search = span.kind === 'tool' && searched.safeParse(span);
    if (search && search.success) grades.add(search.data.output.artifact.grade);
  }
  return {
    tools: each(answer.toolCalls?.map(({ name }) => name)),
    documentIds: each(answer.citations?.map(({ documentId }) => documentId)),
    named: [...named],
    evidence: (['found', 'near', 'none'] as const).find((grade) => grades.has(grade)) ?? null,
  };
}

function coded() {
  return z.array(z.object({ code: z.string() }));
}

/** Parameters are texts, or lists of them. */
function textsIn(values: unknown[]): string[] {
  return values.flat().filter((value) => typeof value === 'string');
}

function each(texts: string[] = []): string[] {
  return [...new Set(texts)].sort();
}

/** Stores the facts of the turn that the statement's part `ended` ends; `$facts` are those of `turnFactsOf`, as JSON. */
export const storeFacts = `UPDATE turn_facts SET
    status = $status, finished_at = $finishedAt, model = $model, input_tokens = $inputTokens, output_tokens = $outputTokens,
    cost_krw = $costKrw, error_code = $errorCode, said = said || E'\\n' || $content, tools = facts_known.tools,
    document_ids = facts_known."documentIds", evidence = facts_known.evidence,
    latency_ms = greatest(0, extract(epoch FROM $finishedAt - started_at) * 1000),
    first_token_ms = (SELECT greatest(0, extract(epoch FROM min(created_at) - started_at) * 1000) FROM turn_events
      WHERE turn_id = $turnId AND type = 'text-delta' HAVING count(*) > 0),
    product_codes = ARRAY(SELECT code FROM products WHERE code = ANY(facts_known.named)
      UNION SELECT unnest(product_codes) FROM documents WHERE id = ANY(facts_known."documentIds") ORDER BY 1),
    customer_codes = ARRAY(SELECT code FROM customers WHERE code = ANY(facts_known.named) ORDER BY 1)
  FROM ended, jsonb_to_record($facts::jsonb) AS facts_known (tools text[], "documentIds" uuid[], named text[], evidence text)
  WHERE turn_facts.turn_id = ended.id`;
