import { Text } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { KnownPassageDrawer, type OpenedCitation } from '../audit/knownPassageDrawer';
import { branchesBeside, shownLine } from '../chat/branches';
import type { Turn } from '../chat/conversationState';
import classes from './replay.module.css';
import type { RecordedChat } from './replayApi';
import type { ClockAction } from './replayClock';
import { ReplayPlayer } from './replayPlayer';
import { replayStates } from './replayStates';
import { ReplayTurn } from './replayTurn';
import { momentsBy, timelineOf } from './timeline';
import { useReplay } from './useReplay';

/** The player and the chat below it at the moment where the player stands. */
export function ReplayedChat({ messages, events }: RecordedChat) {
  const { t } = useTranslation('replay');
  const cameFrom = useSearchParams()[0].get('turn');
  const timeline = useMemo(() => timelineOf(events), [events]);
  const turnsAfter = useMemo(() => replayStates(timeline, messages), [timeline, messages]);
  const { clock, shownPosition, reducedMotion, press } = useReplay(timeline);
  const [chosen, setChosen] = useState(cameFrom);
  const [citation, setCitation] = useState<OpenedCitation | null>(null);

  const moments = momentsBy(timeline, shownPosition);
  const turns = turnsAfter(moments);
  const line = shownLine(turns, chosen);
  const end = useScrolling(cameFrom, { playing: clock.playing, moments });

  function pressed(action: ClockAction) {
    // Its owner saw the newest branch as it came.
    if (action.type === 'play') setChosen(null);
    press(action);
  }
  const openCitation = useCallback(
    ({ turnId }: Turn, opened: OpenedCitation['citation']) => setCitation({ turnId, citation: opened }),
    [],
  );
  // The same function over many pictures: turns that stand still are not drawn again.
  const known = useRef(turns);
  known.current = turns;
  const showBranch = useCallback((turn: Turn, place: number) => {
    const beside = branchesBeside(known.current, turn)[place - 1];
    if (beside) setChosen(beside.turnId);
  }, []);

  return (
    <>
      {timeline.moments.length > 0 && (
        <ReplayPlayer {...{ timeline, clock, shownPosition, reducedMotion }} onPress={pressed} />
      )}
      <div className={classes.chat} data-testid="replayed-chat">
        {messages.length === 0 && events.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
        {line.map((turn) => {
          const branches = branchesBeside(turns, turn);
          return (
            <ReplayTurn
              key={turn.parentTurnId ?? 'first'}
              turn={turn}
              branchPlace={branches.indexOf(turn) + 1}
              branchCount={branches.length}
              opened={turn.turnId === cameFrom}
              onShowBranch={showBranch}
              onOpenCitation={openCitation}
            />
          );
        })}
        <div ref={end} />
      </div>
      <KnownPassageDrawer opened={citation} onClose={() => setCitation(null)} />
    </>
  );
}

/** Shows the turn one came from, and while it is played what came last. @returns the end of the chat. */
function useScrolling(turnId: string | null, { playing, moments }: { playing: boolean; moments: number }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turnId) document.querySelector(`[data-turn-id="${CSS.escape(turnId)}"]`)?.scrollIntoView();
  }, [turnId]);
  useEffect(() => {
    if (playing) end.current?.scrollIntoView({ block: 'nearest' });
  }, [playing, moments]);
  return end;
}
