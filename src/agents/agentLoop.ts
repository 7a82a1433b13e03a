import type { BaseMessage, ToolMessage } from '@langchain/core/messages';
import { AppError } from '../errors';
import type { AgentContext } from './agentContext';
import { modelOfTurn } from './askModel';
import { callTool } from './callTool';
import { maximumModelCalls, maximumToolCalls, maximumTurnTokens, maximumUnusableRounds } from './limits';
import { readCalls, withCalls, type AskedCall } from './readCalls';

/**
 * The agent: a model is asked, the tools it calls are run, and so on until it answers. Out of steps, calls or tokens it is asked
 * once more, without tools.
 * @param messages the conversation with the question as its last.
 * @throws AppError `step_limit_reached` when it calls tools even then.
 */
export async function runAgent(messages: BaseMessage[], turn: AgentContext): Promise<void> {
  const said = [...messages];
  const model = modelOfTurn(turn);
  let unusableRounds = 0;
  let callsMade = 0;
  for (let calls = 1; ; calls += 1) {
    const mayCallTools =
      calls < maximumModelCalls && callsMade < maximumToolCalls && tokensOf(turn) < maximumTurnTokens;
    const answer = await model.ask(said, { mayCallTools });
    const wanted = readCalls(answer);
    if (wanted.length === 0) return;
    if (!mayCallTools) throw new AppError('step_limit_reached');
    const asked = withinLimit(wanted, maximumToolCalls - callsMade, turn);
    callsMade += asked.length;
    await turn.readmit();
    const results = await Promise.all(asked.map((call) => callTool(call, turn)));
    said.push(withCalls(answer, asked), ...results);
    turn.signal.throwIfAborted();
    unusableRounds = results.every(isUnusable) ? unusableRounds + 1 : 0;
    if (unusableRounds >= maximumUnusableRounds) await model.handOver('unusable');
  }
}

/** The calls there is room for; the model is shown an answer that has no others, and the trace says how many it had. */
function withinLimit(wanted: AskedCall[], room: number, { trace }: AgentContext): AskedCall[] {
  if (wanted.length <= room) return wanted;
  const span = trace.start({ kind: 'tool', name: 'too-many-calls', input: { asked: wanted.length, room } });
  span.end({ error: `No more than ${maximumToolCalls} calls are made in a turn.` });
  return wanted.slice(0, room);
}

function tokensOf({ gathered: { usage } }: AgentContext): number {
  return usage.inputTokens + usage.outputTokens;
}

/** A call that could not even be made. */
function isUnusable({ status }: ToolMessage): boolean {
  return status === 'error';
}
