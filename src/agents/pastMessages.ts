import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { asData } from './asData';
import type { Past, ToldTurn } from './past';

/**
 * What was said before, as messages: turns with the calls of their tools, so that a model sees by which arguments it was
 * answered, and the record of older ones in front of the first question. It is no message of its own: some endpoints insist that
 * questions and answers alternate. And it is no system message: what people and documents said must not speak with its authority.
 */
export function pastMessages({ record, turns }: Past, question: string): BaseMessage[] {
  const told = turns.flatMap((turn, at) => turnMessages(turn, at));
  const messages = [...told, new HumanMessage(question)];
  if (record === null) return messages;
  const [first, ...others] = messages;
  return [new HumanMessage(`${asData('earlier_turns', record)}\n\n${first!.text}`), ...others];
}

function turnMessages({ question, calls, answer }: ToldTurn, at: number): BaseMessage[] {
  // Nine letters and digits: the strictest form an endpoint asks of an id.
  const id = (call: number) =>
    `past${String(at % 1_000).padStart(3, '0')}${String(call % 100).padStart(2, '0')}`;
  const called = calls.map(({ name, arguments: args }, call) => ({
    id: id(call),
    name,
    args: args as Record<string, unknown>,
    type: 'tool_call' as const,
  }));
  return [
    new HumanMessage(question),
    ...(called.length > 0 ? [new AIMessage({ content: '', tool_calls: called })] : []),
    ...calls.map(
      ({ result, name }, call) => new ToolMessage({ content: result, name, tool_call_id: id(call) }),
    ),
    new AIMessage(answer),
  ];
}
