import { OfflinePlanner } from '../llm/offlinePlanner/offlinePlanner';
import { plannerTools, toolsFor } from './agentTools';

const namesOf = (tools: { name: string }[]) => tools.map(({ name }) => name);

test('SQL is for chat models, never for the offline planner', () => {
  const withModel = toolsFor(new OfflinePlanner());
  expect(namesOf(withModel)).toContain('run_sql');
  expect(namesOf(plannerTools(withModel))).toEqual(namesOf(toolsFor(null)));
  expect(namesOf(toolsFor(null))).toEqual(['search_documents', 'query_sales', 'query_interactions']);
});
