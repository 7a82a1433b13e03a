import { useIntersection } from '@mantine/hooks';
import {
  type FocusEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtualizer } from 'virtua';
import { branchesBeside } from './branches';
import type { Turn } from './conversationState';
import { OlderTurns, olderTurnsHeight } from './olderTurns';
import { type TurnActions, TurnView } from './turnView';
import type { OlderMessages } from './useOlderMessages';

/** Pixels before and behind what is seen that are drawn too: a turn of a key does not show an empty page. */
const drawnAround = 800;

/** So near to the oldest message, the ones before it are read. */
const nearStart = '1000px 0px 0px 0px';

/** Turns that had the focus last, and are not taken away: a half-edited question, the button one comes back to. */
const turnsKept = 10;

interface TurnListProps {
  conversationId: string;
  /** All turns that were read, the shown ones among them. */
  turns: Turn[];
  line: Turn[];
  canAsk: boolean;
  actions: TurnActions;
  older: OlderMessages;
  /** What scrolls, once it is there. */
  scroller: HTMLElement | null;
  scrollerRef: RefObject<HTMLElement | null>;
}

/** The turns of a line, however many: only those near what is seen are drawn. */
export const TurnList = memo(function TurnList(props: TurnListProps) {
  const { conversationId, turns, line, canAsk, actions, older, scroller, scrollerRef } = props;
  // Where a conversation begins is said where that was not seen at once.
  const [long] = useState(older.there);
  const { ref, entry } = useIntersection({ root: scroller, rootMargin: nearStart });
  useEffect(() => older.want(entry?.isIntersecting ?? false), [entry, older.want]);
  const { keepMounted, noteFocus } = useKeptTurns(line);
  return (
    <div onFocus={noteFocus}>
      {long && <OlderTurns ref={ref} older={older} />}
      <Virtualizer
        scrollRef={scrollerRef}
        data={line}
        shift={useGrowthInFront(line)}
        bufferSize={drawnAround}
        startMargin={long ? olderTurnsHeight : 0}
        keepMounted={keepMounted}
      >
        {(turn) => {
          const branches = branchesBeside(turns, turn);
          return (
            <TurnView
              // Branches in one place are one element, so that the switch between them keeps the focus.
              key={turn.parentTurnId ?? 'first'}
              conversationId={conversationId}
              turn={turn}
              branchPlace={branches.indexOf(turn) + 1}
              branchCount={branches.length}
              last={turn === line.at(-1)}
              canAsk={canAsk}
              actions={actions}
            />
          );
        }}
      </Virtualizer>
    </div>
  );
});

/** Whether turns have come before those of the last time: then what is seen stays in its place. */
function useGrowthInFront(line: Turn[]): boolean {
  const first = line[0]?.turnId;
  const firstBefore = useRef(first);
  useLayoutEffect(() => {
    firstBefore.current = first;
  });
  return first !== firstBefore.current && line.some(({ turnId }) => turnId === firstBefore.current);
}

function useKeptTurns(line: Turn[]) {
  const [kept, setKept] = useState<readonly string[]>([]);
  const keepMounted = useMemo(
    () => line.flatMap(({ turnId }, index) => (kept.includes(turnId) ? [index] : [])),
    [line, kept],
  );
  function noteFocus({ target }: FocusEvent) {
    const turnId = target.closest<HTMLElement>('[data-turn-id]')?.dataset.turnId;
    if (turnId && turnId !== kept[0])
      setKept([turnId, ...kept.filter((other) => other !== turnId)].slice(0, turnsKept));
  }
  return { keepMounted, noteFocus };
}
