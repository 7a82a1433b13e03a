import { agentTools, modelTools } from './agentTools';

const namesOf = (tools: { name: string }[]) => tools.map(({ name }) => name);

test('SQL is for chat models, never for the offline planner', () => {
  expect(namesOf(modelTools)).toContain('run_sql');
  expect(namesOf(agentTools)).toEqual(['search_documents', 'query_sales', 'query_interactions']);
});
