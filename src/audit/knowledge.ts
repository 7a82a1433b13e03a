import { z } from 'zod';
import type { NewSpan } from '../repositories/newSpan';
import type { Citation } from '../shared/chat';
import type { Given, KnownPassage, KnownRows } from '../shared/replay';
import type { ResultTable } from '../shared/resultTable';

/** A passage of a trace, without what has become of its document. */
export type TracedPassage = Omit<KnownPassage, 'since' | 'current'>;

/** A passage as the span of its search has it. */
const foundPassage = z.object({
  documentId: z.string(),
  chunkId: z.string(),
  title: z.string(),
  version: z.number().optional(),
  docType: z.string(),
  heading: z.string(),
  page: z.number().nullable(),
  text: z.string(),
  score: z.number(),
});
const searchInput = z.object({ query: z.string() });
const searchOutput = z.object({ passages: z.array(foundPassage) });

/** What a tool found, as its span has it. */
const numberedPassage = z.object({
  number: z.number(),
  chunkId: z.string(),
  around: z.object({ text: z.string(), charStart: z.number() }),
});
const toolOutput = z.object({
  content: z.string(),
  artifact: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('passages'), passages: z.array(numberedPassage) }),
    z.object({
      kind: z.literal('table'),
      table: z.custom<ResultTable>((table) => typeof table === 'object'),
    }),
    z.object({ kind: z.literal('error'), code: z.string() }),
  ]),
});
type ToolOutput = z.infer<typeof toolOutput>;

const queryInput = z.object({ sql: z.string(), parameters: z.array(z.unknown()) });
const queryOutput = z.object({ rowCount: z.number() });
const modelInput = z.object({ messages: z.array(z.object({ role: z.string(), text: z.string() })) });

/**
 * What an answer could stand on, by the trace of its turn alone: so it is the same whatever has become of documents and figures
 * since. Searches for questions that could follow stand under no tool, and are not part of it.
 */
export function knowledgeOf(
  spans: NewSpan[],
  citations: Citation[],
): { passages: TracedPassage[]; rows: KnownRows[] } {
  const told = toldToModels(spans);
  const tools = spans.filter(({ kind }) => kind === 'tool').map((span) => ({ span, output: outputOf(span) }));
  return {
    passages: tools.flatMap(({ span, output }) =>
      under(span, spans, 'search').flatMap((search) => passagesOf(search, output, { told, citations })),
    ),
    rows: tools.flatMap(({ span, output }) => rowsOf(span, output, under(span, spans, 'query'), told)),
  };
}

/** Texts of tools that models were shown. */
function toldToModels(spans: NewSpan[]): string[] {
  const messages = spans
    .filter(({ kind }) => kind === 'model')
    // One that was cut off has none.
    .flatMap(({ input }) => modelInput.safeParse(input).data?.messages ?? []);
  return [...new Set(messages.filter(({ role }) => role === 'tool').map(({ text }) => text))];
}

/** A call that was refused, failed or was cut off has none. */
function outputOf({ output }: NewSpan): ToolOutput | null {
  return output === null ? null : toolOutput.parse(output);
}

function under(parent: NewSpan, spans: NewSpan[], kind: NewSpan['kind']): NewSpan[] {
  return spans.filter((span) => span.parentId === parent.id && span.kind === kind);
}

function passagesOf(
  search: NewSpan,
  output: ToolOutput | null,
  { told, citations }: { told: string[]; citations: Citation[] },
): TracedPassage[] {
  if (search.output === null) return [];
  const { query } = searchInput.parse(search.input);
  const numbered = output?.artifact.kind === 'passages' ? output.artifact.passages : [];
  return searchOutput.parse(search.output).passages.map(({ text: found, version, ...passage }, at) => {
    const read = numbered.find(({ chunkId }) => chunkId === passage.chunkId);
    const text = read?.around.text ?? found;
    const citation = citations.find(({ number }) => number === read?.number);
    return {
      ...{ spanId: search.id, query, rank: at + 1, number: read?.number ?? null },
      ...{ ...passage, version: version ?? null, found, text, given: givenOf(text, told) },
      quote:
        read && citation ? { text: citation.quote, start: citation.charStart - read.around.charStart } : null,
    };
  });
}

/** Characters of a text that was cut by which it is known again. */
const recognised = 80;

/** Results of tools are JSON, so the text stands in them as JSON writes it. */
function givenOf(text: string, told: string[]): Given {
  const written = JSON.stringify(text).slice(1, -1);
  if (told.some((result) => result.includes(written))) return 'whole';
  return told.some((result) => result.includes(written.slice(0, recognised))) ? 'part' : 'none';
}

function rowsOf(tool: NewSpan, output: ToolOutput | null, queries: NewSpan[], told: string[]): KnownRows[] {
  const table = output?.artifact.kind === 'table' ? output.artifact.table : null;
  if (!table && queries.length === 0) return [];
  const statements = queries.map(({ name, input, output: result, error }) => ({
    ...{ name, error },
    ...queryInput.parse(input),
    ...queryOutput.parse(result),
  }));
  const error = tool.error ?? (output?.artifact.kind === 'error' ? output.artifact.code : null);
  const rowsGiven = table ? rowsTold(output!.content, told) : 0;
  return [{ spanId: tool.id, tool: tool.name, arguments: tool.input, statements, table, error, rowsGiven }];
}

/** Rows of a result that a model was shown; the result of a tool says itself how many it took of the table. */
function rowsTold(content: string, told: string[]): number {
  if (!told.includes(content)) return 0;
  return z.object({ rows: z.array(z.unknown()) }).parse(JSON.parse(content)).rows.length;
}
