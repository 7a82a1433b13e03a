import type { TurnEvent } from '../../../shared/chat';
import type { Turn } from './conversationState';

/** The turn after one of its events. A chart shows the rows of the table before it, which says itself how it is drawn. */
export function applyTurnEvent(before: Turn, event: Exclude<TurnEvent, { type: 'turn-started' }>): Turn {
  if (event.type === 'turn-queued') return { ...before, queuePosition: event.position };
  // Whatever else happens says that it no longer waits.
  const turn: Turn = { ...before, queuePosition: undefined };
  switch (event.type) {
    case 'step-started': {
      const { stepId, kind, label } = event;
      return { ...turn, steps: [...turn.steps, { stepId, kind, label }] };
    }
    case 'step-finished': {
      const { stepId, ok, ms, summary, label } = event;
      const finish = (step: Turn['steps'][number]) =>
        step.stepId === stepId
          ? { ...step, label: label ?? step.label, finished: { ok, ms, summary } }
          : step;
      return { ...turn, steps: turn.steps.map(finish) };
    }
    case 'text-delta':
      return { ...turn, text: turn.text + event.text };
    case 'citation': {
      const { number, documentId, chunkId, title, page, quote, charStart, charEnd } = event;
      const citation = { number, documentId, chunkId, title, page, quote, charStart, charEnd };
      return { ...turn, citations: [...turn.citations, citation] };
    }
    case 'table': {
      const { type: _type, ...table } = event;
      return { ...turn, tables: [...turn.tables, table] };
    }
    case 'chart':
      return turn;
    case 'follow-ups':
      return { ...turn, followUps: event.suggestions };
    case 'turn-completed':
      return {
        ...turn,
        status: 'completed',
        text: event.text,
        citations: event.citations,
        model: event.usage.model,
      };
    case 'turn-stopped':
      return { ...turn, status: 'stopped', text: event.text };
    case 'turn-failed': {
      const { code, message } = event;
      return {
        ...turn,
        status: code === 'turn_interrupted' ? 'interrupted' : 'failed',
        error: { code, message },
      };
    }
  }
}
