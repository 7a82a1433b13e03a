import type { FlagRuleDto, RuleCondition } from '../../../shared/review';

/** A rule as its form has it; what is empty is not asked. */
export interface RuleValues {
  name: string;
  words: string[];
  wordsIn: 'either' | 'question' | 'answer';
  tool: NonNullable<RuleCondition['tool']> | null;
  status: NonNullable<RuleCondition['status']> | null;
  productCodes: string[];
  overSeconds: number | '';
  overKrw: number | '';
}

/** The values of a rule; of a new one all are empty. */
export function valuesOf(rule?: Pick<FlagRuleDto, 'name' | 'condition'>): RuleValues {
  const condition: RuleCondition = rule?.condition ?? {};
  return {
    name: rule?.name ?? '',
    words: condition.words ?? [],
    wordsIn: condition.wordsIn ?? 'either',
    tool: condition.tool ?? null,
    status: condition.status ?? null,
    productCodes: condition.productCodes ?? [],
    overSeconds: condition.overMs === undefined ? '' : condition.overMs / 1000,
    overKrw: condition.overKrw ?? '',
  };
}

/** What the values ask of a turn. */
export function conditionOf(values: RuleValues): RuleCondition {
  const { words, wordsIn, tool, status, productCodes, overSeconds, overKrw } = values;
  return {
    ...(words.length > 0 ? { words } : {}),
    ...(words.length > 0 && wordsIn !== 'either' ? { wordsIn } : {}),
    ...(tool ? { tool } : {}),
    ...(status ? { status } : {}),
    ...(productCodes.length > 0 ? { productCodes } : {}),
    ...(overSeconds === '' ? {} : { overMs: Math.round(overSeconds * 1000) }),
    ...(overKrw === '' ? {} : { overKrw }),
  };
}
