import type { Models } from '../models/models';

/** What people think of answers: one opinion a person and turn, which may change. */
export function createFeedbackRepository({ Feedback }: Models) {
  return {
    async save(opinion: {
      turnId: string;
      employeeId: number;
      rating: 'up' | 'down';
      reason: string | null;
      comment: string | null;
    }): Promise<void> {
      await Feedback.upsert(opinion, { conflictFields: ['turnId', 'employeeId'] });
    },
  };
}

export type FeedbackRepository = ReturnType<typeof createFeedbackRepository>;
