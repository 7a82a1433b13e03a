import type { TurnToReview } from '../../repositories/turnsToReview';
import { ruleTools } from '../../shared/review';
import { modelTools } from '../../agents/agentTools';
import { flagsOf } from './flagsOf';

const turn: TurnToReview = {
  turnId: '00000000-0000-4000-8000-000000000001',
  status: 'completed',
  question: '반품 기한은?',
  answer: '출고 뒤 30일입니다. [1]',
  ms: 1200,
  costKrw: 12,
  citations: 1,
  tables: 0,
  toolCalls: [{ name: 'search_documents', arguments: { query: '반품 기한' } }],
  productCodes: ['P01'],
  grade: 'found',
  hasResult: false,
  wasRefusedByTool: false,
  wasRefusedByModel: false,
  feedback: null,
};
const raised = (changes: Partial<TurnToReview>) =>
  flagsOf({ ...turn, ...changes }, []).map(({ kind, reason }) => [kind, ...Object.values(reason)]);
const nothing = { citations: 0, grade: null, toolCalls: [] };

test.each<[string, Partial<TurnToReview>, unknown[]]>([
  ['an answer on good evidence', {}, []],
  ['one on passages that only stand near', { grade: 'near' }, [['low_evidence', 'near']]],
  ['one that cites what does not carry it', { grade: 'none' }, [['low_evidence', 'none']]],
  ['passages that were found and not cited', { citations: 0, grade: 'near' }, [['refusal', 'nothing_found']]],
  ['a table beside weak passages', { citations: 1, tables: 1, grade: 'near' }, []],
  ['an empty table', { ...nothing, hasResult: true }, []],
  ['a tool that refuses', { ...nothing, wasRefusedByTool: true }, [['refusal', 'tool_refused']]],
  ['a model that refuses', { ...nothing, wasRefusedByModel: true }, [['refusal', 'model_refused']]],
  ['one that refused and was answered by the planner', { wasRefusedByModel: true }, []],
  ['words that say so', { ...nothing, answer: '관련 근거를 찾지 못했습니다.' }, [['refusal', 'says_so']]],
  ['English words that say so', { ...nothing, answer: 'I cannot answer this.' }, [['refusal', 'says_so']]],
  ['small talk', { ...nothing, answer: '안녕하세요, 무엇을 도와드릴까요?' }, []],
  ['a turn that was stopped', { ...nothing, status: 'stopped', answer: '' }, []],
])('%s', (_, changes, expected) => {
  expect(raised(changes)).toEqual(expected);
});

test('personal data is counted by kind and never told', () => {
  const question = '환자 연락처 010-1234-5678, 보호자 010-8765-4321 로 안내 문구 써 줘';
  const [flag] = flagsOf({ ...turn, question }, []);
  expect(flag).toMatchObject({ kind: 'personal_data', reason: { personalData: { phone: 2 } } });
  expect(JSON.stringify(flag)).not.toContain('1234');
  const masked = flagsOf({ ...turn, question: '환자 연락처 [전화번호], 담당 [이메일]' }, []);
  expect(masked).toMatchObject([{ reason: { personalData: { phone: 1, email: 1 } } }]);
});

test('a rule asks for all it says, and words are found in any case and form', () => {
  const meets = (condition: object) =>
    flagsOf({ ...turn, answer: 'Ｒｅｔｕｒｎ 30일' }, [{ id: 7, condition }]);
  expect(meets({ words: ['return', '교환'] })).toMatchObject([{ ruleId: 7, reason: { words: ['return'] } }]);
  expect(meets({ words: ['return'], wordsIn: 'question' })).toEqual([]);
  expect(meets({ words: ['return'], overKrw: 11, overMs: 1199, status: 'completed' })).toHaveLength(1);
  expect(meets({ words: ['return'], overKrw: 12 })).toEqual([]);
  expect(meets({ overMs: 1200 })).toEqual([]);
});

test('a rule can name every tool there is', () => {
  expect([...ruleTools].sort()).toEqual(modelTools.map(({ name }) => name).sort());
});
