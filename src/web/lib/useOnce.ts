import { useEffect, useState } from 'react';

/** True from the first time on: what has slid in once stays, to slide out again. */
export function useOnce(now: boolean): boolean {
  const [once, setOnce] = useState(now);
  useEffect(() => {
    if (now) setOnce(true);
  }, [now]);
  return once;
}
