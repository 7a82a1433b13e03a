import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { AnswerProps } from './answerMarkdown';

/** Markdown is a large part of the chat's code: it comes with the first answer, not before the first question. */
const AnswerMarkdown = lazy(async () => ({ default: (await import('./answerMarkdown')).AnswerMarkdown }));

/** The text of an answer; plain as long as the code that draws Markdown is on the way. */
export function AnswerText(props: AnswerProps) {
  if (props.text === '') return null;
  return (
    <div data-testid="answer-text">
      <Suspense fallback={<Text style={{ whiteSpace: 'pre-wrap' }}>{props.text}</Text>}>
        <AnswerMarkdown {...props} />
      </Suspense>
    </div>
  );
}
