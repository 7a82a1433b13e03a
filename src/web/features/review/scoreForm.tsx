import { Button, Group, Rating, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  pointScales,
  scoreScales,
  type NewScore,
  type ScoreDto,
  type ScoreScale,
} from '../../../shared/review';
import { ErrorNotice } from '../../components/errorNotice';
import { useEmployee } from '../../lib/session';
import { readScores, reviewKey, saveScore } from './reviewApi';
import { useReviewChange } from './useReviewChange';

interface ScoreFormProps {
  turnId: string;
  mayReview: boolean;
}

/** One's own scores of an answer on each scale, and those of the others. */
export function ScoreForm({ turnId, mayReview }: ScoreFormProps) {
  const { t } = useTranslation('review');
  const { employeeNo } = useEmployee();
  const scores = useQuery({
    queryKey: [...reviewKey, 'scores', turnId],
    queryFn: () => readScores(turnId),
  });
  if (scores.error) return <ErrorNotice error={scores.error} onRetry={() => void scores.refetch()} />;
  if (!scores.data) return null;
  const ofScale = (scale: ScoreScale) => scores.data.filter((score) => score.scale === scale);
  return (
    <Stack gap="md">
      <Title order={3} size="h5">
        {t('score.title')}
      </Title>
      {!mayReview && scores.data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('score.none')}
        </Text>
      )}
      {scoreScales.map((scale) => {
        const own = ofScale(scale).find(({ by }) => by.employeeNo === employeeNo);
        return (
          <Stack key={scale} gap={4}>
            {mayReview && <ScaleForm key={own?.updatedAt} turnId={turnId} scale={scale} own={own} />}
            <OthersScores scores={ofScale(scale).filter((score) => !mayReview || score !== own)} />
          </Stack>
        );
      })}
    </Stack>
  );
}

interface ScaleFormProps {
  turnId: string;
  scale: ScoreScale;
  /** Undefined: not given yet. */
  own?: ScoreDto;
}

function ScaleForm({ turnId, scale, own }: ScaleFormProps) {
  const { t } = useTranslation('review');
  const [value, setValue] = useState(own?.value);
  const [comment, setComment] = useState(own?.comment ?? '');
  const saving = useReviewChange((given: number) =>
    saveScore(turnId, { scale, value: given, comment: comment.trim() || null } as NewScore),
  );
  const isChanged = value !== own?.value || (comment.trim() || null) !== (own?.comment ?? null);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (value !== undefined) saving.mutate(value);
  };
  const isVerdict = scale === 'verdict';
  return (
    <form onSubmit={save} data-testid={`score-${scale}`}>
      <Group gap="sm">
        <Text size="sm" w={110} id={`scale-${scale}`}>
          {t(`scale.${scale}`)}
        </Text>
        {isVerdict ? (
          <SegmentedControl
            size="xs"
            aria-labelledby={`scale-${scale}`}
            value={value === undefined ? '' : String(value)}
            onChange={(chosen) => setValue(Number(chosen))}
            data={[
              { value: '1', label: t('score.pass') },
              { value: '0', label: t('score.fail') },
            ]}
          />
        ) : (
          <Rating
            aria-labelledby={`scale-${scale}`}
            value={value ?? 0}
            onChange={setValue}
            getSymbolLabel={(points) => t('score.points', { points })}
          />
        )}
        <TextInput
          size="xs"
          aria-label={t('score.comment', { scale: t(`scale.${scale}`) })}
          placeholder={t('panel.comment')}
          maxLength={2000}
          value={comment}
          onChange={({ currentTarget }) => setComment(currentTarget.value)}
          style={{ flex: '1 1 160px' }}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={saving.isPending}
          disabled={!value && !(isVerdict && value === 0) ? true : !isChanged}
        >
          {t('panel.save')}
        </Button>
      </Group>
    </form>
  );
}

function OthersScores({ scores }: { scores: ScoreDto[] }) {
  const { t } = useTranslation('review');
  const isPoints = (scale: ScoreScale) => pointScales.some((each) => each === scale);
  return scores.map(({ id, scale, value, comment, by }) => (
    <Text key={id} size="xs" c="dimmed">
      {[
        `${by.name}: ${t(`scale.${scale}`)} ${isPoints(scale) ? t('score.points', { points: value }) : t(value ? 'score.pass' : 'score.fail')}`,
        comment,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  ));
}
