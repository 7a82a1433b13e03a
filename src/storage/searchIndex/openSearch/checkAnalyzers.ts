import type { Client } from '@opensearch-project/opensearch';
import { analyzers } from './chunkIndexDefinition';
import { administrationTimeoutMs } from './timeouts';

/** Words that the analysis must keep apart, each with the one it is turned round to. */
const opposites = [
  ['급여', '비급여'],
  ['응고', '항응고'],
  ['적응증', '비적응증'],
  ['투여', '미투여'],
] as const;

/**
 * Refuses to work with an analysis that would answer a question on what is not reimbursed (비급여) with what is (급여): nori
 * drops the negating prefix as it comes, and a plug-in or a template may bring that back.
 * @throws naming the analyzer and the words.
 */
export async function checkAnalyzers(client: Client, index: string): Promise<void> {
  for (const analyzer of Object.values(analyzers)) {
    for (const [plain, negated] of opposites) {
      const plainTerms = await terms(client, index, analyzer, plain);
      const negatedTerms = await terms(client, index, analyzer, negated);
      if (negatedTerms.every((term) => plainTerms.includes(term))) {
        throw new Error(`The analyzer ${analyzer} of ${index} does not keep ${negated} apart from ${plain}.`);
      }
    }
  }
}

async function terms(client: Client, index: string, analyzer: string, text: string): Promise<string[]> {
  const { body } = await client.indices.analyze(
    { index, body: { analyzer, text } },
    { requestTimeout: administrationTimeoutMs },
  );
  return (body.tokens ?? []).map(({ token }) => token);
}
