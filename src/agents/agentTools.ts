import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { queryInteractionsTool, querySalesTool } from '../tools/figures/figureTools';
import { runSqlTool } from '../tools/sql/runSql';
import { searchDocumentsTool } from '../tools/searchDocuments';
import type { ToolDefinition } from '../tools/toolContext';

/** Tools for whoever answers. */
export const agentTools: ToolDefinition[] = [searchDocumentsTool, querySalesTool, queryInteractionsTool];

/** With those for a model that writes SQL; the offline planner knows no SQL and is never offered them. */
export const modelTools: ToolDefinition[] = [...agentTools, runSqlTool];

/** A model that is offered these tools and no others. @throws Error for a model that cannot call tools. */
export function offering(model: BaseChatModel, tools: ToolDefinition[]): BaseChatModel {
  if (!model.bindTools) throw new Error(`${model._llmType()} cannot call tools`);
  // The models of the product bind into one of their own kind; LangChain promises no more than something to run.
  return model.bindTools(
    tools.map(({ name, description, schema }) => ({ name, description, schema })),
  ) as unknown as BaseChatModel;
}
