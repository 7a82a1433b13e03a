import { ToolMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { errorName } from '../audit/turnTrace';
import { AppError, errorText } from '../errors';
import type { StepKind } from '../shared/chat';
import type { ToolArtifact, ToolDefinition, ToolOutcome } from '../tools/toolContext';
import type { AgentContext } from './agentContext';
import { modelTools } from './agentTools';
import type { AskedCall } from './readCalls';
import { shortenResult } from './shortenResult';
import { stepStarted } from './stepEvents';

const stepKinds: Record<string, StepKind> = { search_documents: 'search' };
const toolsByName = new Map(modelTools.map((tool) => [tool.name, tool]));

/** Makes a call, traced and shown as a step. What is wrong with the call itself is told to the model, which may mend it. */
export async function callTool(call: AskedCall, turn: AgentContext): Promise<ToolMessage> {
  const tool = toolsByName.get(call.name);
  if (!tool)
    return refused(
      call,
      `There is no tool ${call.name}. Tools: ${[...toolsByName.keys()].join(', ')}.`,
      turn,
    );
  if (call.unreadable !== undefined)
    return refused(call, `The arguments are no JSON: ${call.unreadable.slice(0, 200)}`, turn);
  const input = tool.schema.safeParse(call.args);
  if (!input.success) return refused(call, `The arguments do not fit: ${z.prettifyError(input.error)}`, turn);
  const { content, artifact } = await runTool(tool, input.data, turn);
  return new ToolMessage({
    tool_call_id: call.id,
    name: call.name,
    content: shortenResult(turn.mask(content)),
    artifact,
    status: 'success',
  });
}

function refused({ id, name, args, unreadable }: AskedCall, message: string, { trace }: AgentContext) {
  const span = trace.start({ kind: 'tool', name, input: unreadable ?? args });
  span.end({ error: message });
  const content = JSON.stringify({ error: 'call_refused', message: `${message} Mend the call.` });
  return new ToolMessage({ tool_call_id: id, name, content, status: 'error' });
}

async function runTool(
  { name, run }: ToolDefinition,
  input: Record<string, unknown>,
  turn: AgentContext,
): Promise<ToolOutcome> {
  const { gathered, trace } = turn;
  gathered.toolCalls.push({ name, arguments: input });
  const span = trace.start({ kind: 'tool', name, input });
  const kind = stepKinds[name] ?? 'query';
  const finished = stepStarted(turn, { stepId: span.id, kind, name });
  try {
    // A query may hold the embedded database, which has one backend: nothing could be stored and sent meanwhile.
    if (kind === 'query') await turn.sendNow();
    const outcome = await run(input, turn.toolContext(span));
    show(outcome.artifact, turn);
    finished(
      outcome.artifact.kind !== 'error',
      summaryOf(outcome.artifact, turn),
      span.end({ output: outcome }),
    );
    return outcome;
  } catch (error) {
    finished(false, '', span.end({ error: errorName(error) }));
    // A part that is down is something the model can say; a mistake of the program ends the turn.
    if (!(error instanceof AppError)) throw error;
    const message = errorText(error.code, turn.language);
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
