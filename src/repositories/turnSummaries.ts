import type { Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { TurnSummary } from '../models/turnSummary';

/** A summary as it is told. */
export type StoredSummary = Pick<
  TurnSummary,
  'turnId' | 'kind' | 'text' | 'tokens' | 'turns' | 'documentIds'
> & { rights: string | null; model: string | null; prompt: string | null; failure: string | null };

/** A summary with what it cost. */
export type NewSummary = StoredSummary & Pick<TurnSummary, 'inputTokens' | 'outputTokens'>;

/** Summaries of chats, each at the turn up to which it tells; `ChatHistoryRepository.before` reads them. */
export function createTurnSummaryRepository({ TurnSummary: Summary }: Models) {
  return {
    /** Keeps a summary in the place of the one that stood at its turn. */
    async save(summary: NewSummary, transaction: Transaction): Promise<void> {
      await Summary.upsert({ ...summary, createdAt: new Date() }, { transaction });
    },
  };
}
