import { useEffect, useState } from 'react';

/** Whole seconds until an instant (milliseconds since 1970), counted down to 0; 0 where there is none to wait for. */
export function useSecondsLeft(until: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  const counting = left > 0;
  useEffect(() => {
    if (!counting) return;
    const clock = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(clock);
  }, [counting]);
  return left;
}
