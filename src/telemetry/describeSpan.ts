import { SpanKind, type Attributes } from '@opentelemetry/api';
import {
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  DB_SYSTEM_NAME_VALUE_POSTGRESQL,
} from '@opentelemetry/semantic-conventions';
import {
  ATTR_DB_RESPONSE_RETURNED_ROWS,
  ATTR_GEN_AI_AGENT_NAME,
  ATTR_GEN_AI_CONVERSATION_ID,
  ATTR_GEN_AI_DATA_SOURCE_ID,
  ATTR_GEN_AI_INPUT_MESSAGES,
  ATTR_GEN_AI_OPERATION_NAME,
  ATTR_GEN_AI_OUTPUT_MESSAGES,
  ATTR_GEN_AI_PROMPT_NAME,
  ATTR_GEN_AI_PROVIDER_NAME,
  ATTR_GEN_AI_REQUEST_MODEL,
  ATTR_GEN_AI_RESPONSE_MODEL,
  ATTR_GEN_AI_RETRIEVAL_DOCUMENTS,
  ATTR_GEN_AI_RETRIEVAL_QUERY_TEXT,
  ATTR_GEN_AI_SYSTEM_INSTRUCTIONS,
  ATTR_GEN_AI_TOOL_CALL_ARGUMENTS,
  ATTR_GEN_AI_TOOL_CALL_RESULT,
  ATTR_GEN_AI_TOOL_NAME,
  ATTR_GEN_AI_TOOL_TYPE,
  ATTR_GEN_AI_USAGE_INPUT_TOKENS,
  ATTR_GEN_AI_USAGE_OUTPUT_TOKENS,
  ATTR_USER_ID,
  GEN_AI_OPERATION_NAME_VALUE_CHAT,
  GEN_AI_OPERATION_NAME_VALUE_EXECUTE_TOOL,
  GEN_AI_OPERATION_NAME_VALUE_INVOKE_AGENT,
  GEN_AI_OPERATION_NAME_VALUE_RETRIEVAL,
  GEN_AI_PROVIDER_NAME_VALUE_OPENAI,
} from '@opentelemetry/semantic-conventions/incubating';
import type { TelemetrySettings } from '../env/telemetry';
import { offlinePlannerName } from '../llm/offlinePlanner/offlinePlanner';
import type { NewSpan } from '../repositories/newSpan';
import { readModelCall, readPassages, readQuery, readTurn } from './readSpan';
import { inputMessages, outputMessages, shortened, systemInstructions } from './messages';
import { withoutValues } from './withoutValues';

/** A step as OpenTelemetry describes such steps. */
interface DescribedSpan {
  name: string;
  kind: SpanKind;
  attributes: Attributes;
  /** Where it failed; `message` only where texts are sent. */
  error?: { message?: string };
}

type Described = Pick<DescribedSpan, 'name' | 'kind'> & { facts: Attributes; content?: () => Attributes };

const agentName = 'NaruTalk';
/** What fits `error.type`, which is one of few: a code, not a sentence. */
const errorCode = /^[a-z][a-z_-]{0,60}$/;

/**
 * A span of the audit by the conventions for generative AI and for databases; what they have no name for is under `narutalk.`.
 * Texts (questions, answers, prompts, arguments, results, values in SQL) are in it only where the settings say so.
 */
export function describeSpan(
  span: NewSpan,
  { turnId, conversationId }: { turnId: string; conversationId: string },
  { capturesContent }: Pick<TelemetrySettings, 'capturesContent'>,
): DescribedSpan {
  const { name, kind, facts, content } = describe(span, capturesContent);
  const { error } = span;
  return {
    name,
    kind,
    attributes: {
      [ATTR_GEN_AI_CONVERSATION_ID]: conversationId,
      'narutalk.turn.id': turnId,
      'narutalk.span.id': span.id,
      'narutalk.span.kind': span.kind,
      ...facts,
      ...(capturesContent && content ? content() : {}),
      ...(error === null ? {} : { [ATTR_ERROR_TYPE]: errorCode.test(error) ? error : '_OTHER' }),
    },
    ...(error === null ? {} : { error: capturesContent ? { message: error } : {} }),
  };
}

function describe(span: NewSpan, capturesContent: boolean): Described {
  if (span.kind === 'turn') return describeTurn(span);
  if (span.kind === 'model') return describeModelCall(span);
  if (span.kind === 'tool') return describeTool(span);
  if (span.kind === 'search') return describeSearch(span);
  if (span.kind === 'query') return describeQuery(span, capturesContent);
  return { name: `${span.kind} ${span.name}`, kind: SpanKind.INTERNAL, facts: {} };
}

function describeTurn(span: NewSpan): Described {
  const { question, text, status, model } = readTurn(span);
  return {
    name: `${GEN_AI_OPERATION_NAME_VALUE_INVOKE_AGENT} ${agentName}`,
    kind: SpanKind.INTERNAL,
    facts: {
      [ATTR_GEN_AI_OPERATION_NAME]: GEN_AI_OPERATION_NAME_VALUE_INVOKE_AGENT,
      [ATTR_GEN_AI_AGENT_NAME]: agentName,
      [ATTR_GEN_AI_PROVIDER_NAME]: providerOf(model),
      [ATTR_GEN_AI_RESPONSE_MODEL]: model,
      // A number of the company's own, no name.
      [ATTR_USER_ID]: span.employeeId === null ? undefined : String(span.employeeId),
      'narutalk.turn.status': status,
    },
    content: () => ({
      [ATTR_GEN_AI_INPUT_MESSAGES]: question && inputMessages([{ role: 'human', text: question }]),
      [ATTR_GEN_AI_OUTPUT_MESSAGES]: text && outputMessages({ text, toolCalls: [] }),
    }),
  };
}

function describeModelCall(span: NewSpan): Described {
  const { system, messages, prompt, answer } = readModelCall(span);
  return {
    name: `${GEN_AI_OPERATION_NAME_VALUE_CHAT} ${span.name}`,
    kind: span.name === offlinePlannerName ? SpanKind.INTERNAL : SpanKind.CLIENT,
    facts: {
      [ATTR_GEN_AI_OPERATION_NAME]: GEN_AI_OPERATION_NAME_VALUE_CHAT,
      [ATTR_GEN_AI_PROVIDER_NAME]: providerOf(span.name),
      [ATTR_GEN_AI_REQUEST_MODEL]: span.name,
      [ATTR_GEN_AI_USAGE_INPUT_TOKENS]: answer?.inputTokens,
      [ATTR_GEN_AI_USAGE_OUTPUT_TOKENS]: answer?.outputTokens,
      [ATTR_GEN_AI_PROMPT_NAME]: prompt?.name,
      'narutalk.prompt.version': prompt?.version,
      'narutalk.prompt.hash': prompt?.hash,
    },
    content: () => ({
      [ATTR_GEN_AI_SYSTEM_INSTRUCTIONS]: system && systemInstructions(system),
      [ATTR_GEN_AI_INPUT_MESSAGES]: inputMessages(messages),
      [ATTR_GEN_AI_OUTPUT_MESSAGES]: answer ? outputMessages(answer) : undefined,
    }),
  };
}

function describeTool(span: NewSpan): Described {
  return {
    name: `${GEN_AI_OPERATION_NAME_VALUE_EXECUTE_TOOL} ${span.name}`,
    kind: SpanKind.INTERNAL,
    facts: {
      [ATTR_GEN_AI_OPERATION_NAME]: GEN_AI_OPERATION_NAME_VALUE_EXECUTE_TOOL,
      [ATTR_GEN_AI_TOOL_NAME]: span.name,
      [ATTR_GEN_AI_TOOL_TYPE]: 'function',
    },
    content: () => ({
      [ATTR_GEN_AI_TOOL_CALL_ARGUMENTS]: shortened(JSON.stringify(span.input)),
      [ATTR_GEN_AI_TOOL_CALL_RESULT]: shortened(JSON.stringify(span.output)),
    }),
  };
}

function describeSearch(span: NewSpan): Described {
  const { query, passages } = readPassages(span);
  return {
    name: `${GEN_AI_OPERATION_NAME_VALUE_RETRIEVAL} ${span.name}`,
    kind: SpanKind.CLIENT,
    facts: {
      [ATTR_GEN_AI_OPERATION_NAME]: GEN_AI_OPERATION_NAME_VALUE_RETRIEVAL,
      [ATTR_GEN_AI_DATA_SOURCE_ID]: span.name,
      'narutalk.retrieval.count': passages?.length,
    },
    content: () => ({
      [ATTR_GEN_AI_RETRIEVAL_QUERY_TEXT]: query && shortened(query),
      [ATTR_GEN_AI_RETRIEVAL_DOCUMENTS]:
        passages && JSON.stringify(passages.map(({ chunkId, score }) => ({ id: chunkId, score }))),
    }),
  };
}

/** Parameters are never sent: whose figures were asked for stands in them. */
function describeQuery(span: NewSpan, capturesContent: boolean): Described {
  const { sql, rowCount } = readQuery(span);
  return {
    name: span.name,
    kind: SpanKind.CLIENT,
    facts: {
      [ATTR_DB_SYSTEM_NAME]: DB_SYSTEM_NAME_VALUE_POSTGRESQL,
      [ATTR_DB_QUERY_SUMMARY]: span.name,
      [ATTR_DB_QUERY_TEXT]: sql && shortened(capturesContent ? sql : withoutValues(sql)),
      [ATTR_DB_RESPONSE_RETURNED_ROWS]: rowCount,
    },
  };
}

/** Endpoints speak OpenAI's protocol, whoever is behind them. */
function providerOf(model: string | undefined): string {
  return model === undefined || model === offlinePlannerName ? 'narutalk' : GEN_AI_PROVIDER_NAME_VALUE_OPENAI;
}
