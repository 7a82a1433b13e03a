// What the client says of an input before the server checks it: without the schemas, which are many times as large.

/** A question longer than this is a document: it belongs into an upload. */
export const maximumQuestionLength = 4000;

/** Characters a title may have that its owner gives to a chat. */
export const maximumTitleLength = 200;

/** Why an answer was not good, as the client offers it; any other text is a reason too. */
export const feedbackReasons = [
  'wrong_figure',
  'wrong_scope',
  'outdated',
  'no_source',
  'incomplete',
  'not_understood',
  'too_slow',
  'other',
] as const;
