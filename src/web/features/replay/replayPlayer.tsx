import { ActionIcon, Group, Paper, SegmentedControl, Slider, Text, VisuallyHidden } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatLength } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import classes from './replay.module.css';
import { type ClockAction, type ReplayClock, speeds } from './replayClock';
import { instantAt, type Mark, markBeside, type MarkKind, pauseAt, type Timeline } from './timeline';

interface ReplayPlayerProps {
  timeline: Timeline;
  clock: ReplayClock;
  /** What is shown of the chat, in milliseconds from the beginning. */
  shownPosition: number;
  reducedMotion: boolean;
  onPress: (action: ClockAction) => void;
}

const markKinds: MarkKind[] = ['question', 'step', 'answer'];

/** Plays a chat: play and pause, from mark to mark, a speed, and a time line to go to any moment. */
export function ReplayPlayer({ timeline, clock, shownPosition, reducedMotion, onPress }: ReplayPlayerProps) {
  const { t } = useTranslation('replay');
  const language = useLanguage();
  const { duration } = timeline;
  const instant = instantAt(timeline, shownPosition);
  const pause = pauseAt(timeline, shownPosition);
  const goBeside = (direction: 'previous' | 'next') =>
    onPress({ type: 'seek', position: markBeside(timeline, shownPosition, direction) });
  return (
    <Paper withBorder shadow="sm" className={classes.player} role="group" aria-label={t('player.label')}>
      <Group gap="xs" wrap="wrap" justify="space-between">
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('player.previous')}
            onClick={() => goBeside('previous')}
            data-testid="replay-previous"
          >
            <IconPlayerSkipBackFilled size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="lg"
            radius="xl"
            aria-label={t(clock.playing ? 'player.pause' : 'player.play')}
            onClick={() => onPress({ type: clock.playing ? 'pause' : 'play' })}
            data-testid="replay-play"
          >
            {clock.playing ? (
              <IconPlayerPauseFilled size={18} aria-hidden />
            ) : (
              <IconPlayerPlayFilled size={18} aria-hidden />
            )}
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('player.next')}
            onClick={() => goBeside('next')}
            data-testid="replay-next"
          >
            <IconPlayerSkipForwardFilled size={16} aria-hidden />
          </ActionIcon>
          <Text size="sm" ml={6} className={classes.numbers} data-testid="replay-position">
            {t('player.positionText', {
              position: formatLength(shownPosition),
              total: formatLength(duration),
            })}
          </Text>
        </Group>
        <SegmentedControl
          size="xs"
          aria-label={t('player.speed')}
          value={String(clock.speed)}
          data={speeds.map((speed) => ({
            value: String(speed),
            label: speed === 'instant' ? t('player.instant') : `${speed}×`,
          }))}
          onChange={(value) =>
            onPress({ type: 'speed', speed: speeds.find((speed) => String(speed) === value)! })
          }
          data-testid="replay-speed"
        />
      </Group>
      <div className={classes.line}>
        <Slider
          min={0}
          max={Math.max(duration, 1)}
          step={100}
          value={shownPosition}
          label={formatLength}
          size="sm"
          thumbLabel={t('player.position')}
          thumbProps={{ 'aria-valuetext': formatLength(shownPosition) }}
          onChange={(position) => onPress({ type: 'seek', position })}
          data-testid="replay-line"
        />
        <Marks marks={timeline.marks} duration={duration} />
      </div>
      <Group justify="space-between" gap="xs">
        <Group gap="sm" aria-hidden>
          {markKinds.map((kind) => (
            <Group key={kind} gap={4}>
              <span className={classes.markKey} data-kind={kind} />
              <Text size="xs" c="dimmed">
                {t(`mark.${kind}`)}
              </Text>
            </Group>
          ))}
        </Group>
        <Text size="xs" c="dimmed" className={classes.numbers}>
          {[
            instant && formatClock(instant, language),
            pause > 0 && t('player.skipped', { time: formatLength(pause) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {reducedMotion && (
        <Text size="xs" c="dimmed">
          {t('player.reduced')}
        </Text>
      )}
      <VisuallyHidden role="status">{clock.playing ? t('player.play') : t('player.pause')}</VisuallyHidden>
    </Paper>
  );
}

/** Questions, steps and answers along the time line; the buttons lead from one to the next. */
function Marks({ marks, duration }: { marks: Mark[]; duration: number }) {
  if (duration === 0) return null;
  return (
    <div className={classes.marks} aria-hidden>
      {marks.map(({ at, kind }, index) => (
        <span
          key={index}
          className={classes.mark}
          data-kind={kind}
          style={{ insetInlineStart: `${(at / duration) * 100}%` }}
        />
      ))}
    </div>
  );
}
