import { useCallback, useEffect, useRef, useState } from 'react';

/** Within this many pixels of the end counts as being there. */
const nearEndPx = 48;

/**
 * Keeps a growing list at its end as long as the reader is there; who scrolls up to read stays where they are.
 * Both refs are callbacks, because the list appears only after it is loaded; `scrollerRef` holds what scrolls.
 */
export function useStickToEnd() {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const scrollerRef = useRef<HTMLElement | null>(null);
  const scrollRef = useCallback((element: HTMLElement | null) => {
    scrollerRef.current = element;
    setScroller(element);
  }, []);
  const [content, contentRef] = useState<HTMLElement | null>(null);
  const [atEnd, setAtEnd] = useState(true);
  const sticking = useRef(true);

  const goToEnd = useCallback(() => {
    sticking.current = true;
    scroller?.scrollTo({ top: scroller.scrollHeight });
  }, [scroller]);

  useEffect(() => {
    if (!scroller || !content) return;
    let lastTop = scroller.scrollTop;
    const follow = () => {
      const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx;
      // Growth also leads away from the end; only a reader scrolls up.
      if (near) sticking.current = true;
      else if (scroller.scrollTop < lastTop) sticking.current = false;
      lastTop = scroller.scrollTop;
      setAtEnd(near || sticking.current);
    };
    const growth = new ResizeObserver(() => (sticking.current ? goToEnd() : follow()));
    growth.observe(content);
    growth.observe(scroller);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      growth.disconnect();
      scroller.removeEventListener('scroll', follow);
    };
  }, [scroller, content, goToEnd]);

  return { scroller, scrollRef, scrollerRef, contentRef, atEnd, goToEnd };
}
