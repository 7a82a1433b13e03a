import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { tool, type StructuredToolInterface, type ToolRuntime } from '@langchain/core/tools';
import type { z } from 'zod';
import { errorName } from '../audit/turnTrace';
import { AppError, errorText } from '../errors';
import type { StepKind } from '../shared/chat';
import { queryInteractionsTool, querySalesTool } from '../tools/figures/figureTools';
import { runSqlTool } from '../tools/sql/runSql';
import { searchDocumentsTool } from '../tools/searchDocuments';
import type { ToolArtifact, ToolDefinition, ToolOutcome } from '../tools/toolContext';
import type { AgentContext, turnContextSchema } from './agentContext';
import { stepStarted } from './stepEvents';

const stepKinds: Record<string, StepKind> = { search_documents: 'search' };

/** The tools as LangChain offers them to any model, each call traced and shown as a step. */
const agentTools: StructuredToolInterface[] = [
  toLangChain(searchDocumentsTool),
  toLangChain(querySalesTool),
  toLangChain(queryInteractionsTool),
];

/** Tools for a model that writes SQL; the offline planner knows no SQL and is never offered them. */
const sqlTools: StructuredToolInterface[] = [toLangChain(runSqlTool)];
const sqlToolNames = new Set(sqlTools.map(({ name }) => name));

/** The tools of an agent with a chat model, or of one that has the offline planner alone. */
export function toolsFor(chatModel: BaseChatModel | null): StructuredToolInterface[] {
  return chatModel ? [...agentTools, ...sqlTools] : agentTools;
}

/** Of an agent's tools, those the offline planner is offered when the chat model is away. */
export function plannerTools<Tool extends object>(tools: Tool[]): Tool[] {
  return tools.filter((each) => !('name' in each && sqlToolNames.has(each.name as string)));
}

function toLangChain<Schema extends z.ZodObject>(
  definition: ToolDefinition<Schema>,
): StructuredToolInterface {
  const { name, description, schema } = definition;
  return tool(
    async (input, runtime: ToolRuntime<unknown, typeof turnContextSchema>) => {
      const outcome = await callTool(definition, input as z.infer<Schema>, runtime.context.turn);
      return [outcome.content, outcome.artifact];
    },
    { name, description, schema, responseFormat: 'content_and_artifact' },
  );
}

async function callTool<Schema extends z.ZodObject>(
  { name, run }: ToolDefinition<Schema>,
  input: z.infer<Schema>,
  context: AgentContext,
): Promise<ToolOutcome> {
  const { gathered, trace } = context;
  gathered.toolCalls.push({ name, arguments: input });
  const span = trace.start({ kind: 'tool', name, input });
  const finished = stepStarted(context, { stepId: span.id, kind: stepKinds[name] ?? 'query', name });
  try {
    const outcome = await run(input, context.toolContext(span));
    show(outcome.artifact, context);
    finished(
      outcome.artifact.kind !== 'error',
      summaryOf(outcome.artifact, context),
      span.end({ output: outcome }),
    );
    return outcome;
  } catch (error) {
    finished(false, '', span.end({ error: errorName(error) }));
    // A part that is down is something the model can say; a mistake of the program ends the turn.
    if (!(error instanceof AppError)) throw error;
    const message = errorText(error.code, context.language);
    return {
      content: JSON.stringify({ error: error.code, message }),
      artifact: { kind: 'error', code: error.code, message },
    };
  }
}

function show(artifact: ToolArtifact, { gathered, emit }: AgentContext): void {
  if (artifact.kind !== 'table' || artifact.table.rows.length === 0) return;
  gathered.tables.push(artifact.table);
  emit({ type: 'table', ...artifact.table });
  if (artifact.chart) emit({ type: 'chart', ...artifact.chart });
}

function summaryOf(artifact: ToolArtifact, { language }: AgentContext): string {
  if (artifact.kind === 'error') return artifact.message;
  const [count, unit] =
    artifact.kind === 'table' ? [artifact.table.rows.length, 'rows'] : [artifact.passages.length, 'passages'];
  return language === 'ko' ? `${count}건` : `${count} ${unit}`;
}
