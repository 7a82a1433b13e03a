import type { Client } from '@opensearch-project/opensearch';
import { analyzers } from './chunkIndexDefinition';

/**
 * Refuses to work with an analysis that would answer a question on what is not reimbursed (비급여) with what is (급여): nori
 * drops the negating prefix as it comes, and a plug-in or a template may bring that back.
 * @throws naming the analyzer.
 */
export async function checkAnalyzers(client: Client, index: string): Promise<void> {
  for (const analyzer of Object.values(analyzers)) {
    const plain = await terms(client, index, analyzer, '급여');
    const negated = await terms(client, index, analyzer, '비급여');
    if (negated.every((term) => plain.includes(term))) {
      throw new Error(`The analyzer ${analyzer} of ${index} does not keep 비급여 apart from 급여.`);
    }
  }
}

async function terms(client: Client, index: string, analyzer: string, text: string): Promise<string[]> {
  const { body } = await client.indices.analyze({ index, body: { analyzer, text } });
  return (body.tokens ?? []).map(({ token }) => token);
}
