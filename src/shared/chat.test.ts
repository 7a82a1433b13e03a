import { chatFeedbackSchema, chatRegenerateSchema, chatSendSchema } from './chat';

const id = '0198c1de-1d3f-7abc-8def-0123456789ab';
const written = id.toUpperCase();

test('ids are taken as the database writes them, which is what is proven of a row', () => {
  const question = { clientMessageId: 'one', text: '질문', conversationId: written, afterTurnId: written };
  expect(chatSendSchema.parse(question)).toMatchObject({ conversationId: id, afterTurnId: id });
  expect(chatRegenerateSchema.parse({ turnId: written }).turnId).toBe(id);
  expect(chatFeedbackSchema.parse({ turnId: written, rating: 'up' }).turnId).toBe(id);
});
