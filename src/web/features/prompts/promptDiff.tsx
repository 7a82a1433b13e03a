import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../lib/format';
import { diffTexts, type DiffPart } from './diffTexts';
import classes from './promptDiff.module.css';

/** What differs between two texts: words that go are struck out, words that come are underlined, and both are said. */
export function PromptDiff({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('prompts');
  const parts = useMemo(() => diffTexts(before, after), [before, after]);
  const words = (kind: DiffPart['kind']) =>
    formatCount(parts.reduce((sum, part) => sum + (part.kind === kind ? part.words : 0), 0));
  const isSame = parts.every(({ kind }) => kind === 'same');
  return (
    <Stack gap="xs">
      <Text size="sm" role="status" data-testid="diff-summary">
        {isSame ? t('diff.none') : t('diff.summary', { added: words('added'), removed: words('removed') })}
      </Text>
      <div className={classes.text} role="group" aria-label={t('diff.title')} tabIndex={0} data-testid="diff">
        {parts.map((part, at) => (
          <Part key={at} part={part} />
        ))}
      </div>
    </Stack>
  );
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  const { t } = useTranslation('prompts');
  if (kind === 'same') return text;
  const Changed = kind === 'added' ? 'ins' : 'del';
  return (
    <Changed>
      <VisuallyHidden>{t(`diff.${kind}`)} </VisuallyHidden>
      {text}
      <VisuallyHidden> {t('diff.end')}</VisuallyHidden>
    </Changed>
  );
}
