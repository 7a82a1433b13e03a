import type { NewFlag } from '../../repositories/turnFlags';
import type { TurnToReview } from '../../repositories/turnsToReview';
import type { FlagKind, FlagReason, RuleCondition } from '../../shared/review';
import { meetsRule } from './meetsRule';
import { personalDataIn } from './personalDataIn';
import { saysNoAnswer } from './saysNoAnswer';

interface ActiveRule {
  id: number;
  condition: RuleCondition;
}

/**
 * Every flag the program raises for a turn that has ended.
 * @param forRules its texts as rules may look through them
 */
export function flagsOf(
  turn: TurnToReview,
  rules: ActiveRule[],
  forRules: Pick<TurnToReview, 'question' | 'answer'> = turn,
): NewFlag[] {
  const { feedback } = turn;
  const refusal = refusalOf(turn);
  const grade = weakEvidenceOf(turn);
  const personalData = personalDataIn(`${turn.question}
${turn.answer}`);
  const flag = (kind: FlagKind, reason: FlagReason, ruleId: number | null = null): NewFlag => ({
    ...{ turnId: turn.turnId, kind, ruleId, reason },
    ...{ raisedBy: null, comment: null },
  });
  return [
    ...(feedback ? [flag('feedback', { feedback })] : []),
    ...(refusal ? [flag('refusal', { refusal })] : []),
    ...(grade ? [flag('low_evidence', { grade })] : []),
    ...(Object.keys(personalData).length > 0 ? [flag('personal_data', { personalData })] : []),
    ...rules.flatMap(({ id, condition }) => {
      const { question, answer } = forRules;
      const met = meetsRule({ ...turn, question, answer }, condition);
      return met ? [flag('rule', met, id)] : [];
    }),
  ];
}

/**
 * Why an answer says nothing; null: it says something. With a passage or a table it does, and an empty table says that there is
 * nothing: both are answers.
 */
function refusalOf(turn: TurnToReview): NonNullable<FlagReason['refusal']> | null {
  if (turn.status !== 'completed' || turn.citations > 0 || turn.tables > 0 || turn.hasResult) return null;
  if (turn.wasRefusedByModel) return 'model_refused';
  if (turn.wasRefusedByTool) return 'tool_refused';
  if (turn.grade !== null) return 'nothing_found';
  return saysNoAnswer(turn.answer) ? 'says_so' : null;
}

/** Best grade where an answer cites passages that surely carry none; without a citation it is a refusal. */
function weakEvidenceOf({ status, citations, tables, grade }: TurnToReview): FlagReason['grade'] | null {
  if (status !== 'completed' || citations === 0 || tables > 0) return null;
  return grade === 'found' ? null : grade;
}
