/** A question that a person could begin with, and what it is about. */
export interface SuggestionDto {
  question: string;
  about: 'customer' | 'figures' | 'document';
}
