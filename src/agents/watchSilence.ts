import { ModelTrouble } from './modelTrouble';

/** Watches that a model goes on. */
export interface SilenceWatch {
  /** Fires when the turn is aborted, with its reason, or when nothing was heard for too long. */
  signal: AbortSignal;
  /** The model has said something. */
  heard(): void;
  end(): void;
}

/** @param silenceMs milliseconds a model may take to its first word, and between two. */
export function watchSilence(turn: AbortSignal, silenceMs: number): SilenceWatch {
  const aborter = new AbortController();
  const stop = () => aborter.abort(turn.reason);
  if (turn.aborted) stop();
  turn.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => aborter.abort(new ModelTrouble('silent')), silenceMs);
  return {
    signal: aborter.signal,
    heard: () => void timer.refresh(),
    end() {
      clearTimeout(timer);
      turn.removeEventListener('abort', stop);
    },
  };
}
