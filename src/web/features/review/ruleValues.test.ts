import { ruleConditionSchema, type RuleCondition } from '../../../shared/review';
import { conditionOf, valuesOf } from './ruleValues';

test.each<RuleCondition>([
  { words: ['환불', '교환'], wordsIn: 'answer' },
  { words: ['환불'], tool: 'query_sales', status: 'failed', productCodes: ['P01'], overKrw: 0, overMs: 1500 },
])('a condition is the same after its form: %j', (condition) => {
  expect(conditionOf(valuesOf({ name: '규칙', condition }))).toEqual(condition);
});

test('an empty form asks nothing, which is no rule', () => {
  expect(conditionOf(valuesOf())).toEqual({});
  expect(ruleConditionSchema.safeParse({}).success).toBe(false);
});
