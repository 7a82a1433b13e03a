import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnownPassage } from '../../../shared/replay';
import classes from './knowledge.module.css';
import { KnownPassageFacts, KnownPassageText } from './knownPassage';

/** A passage in the list of what an answer knew. Those it cites are open. */
export function KnownPassageCard({ passage }: { passage: KnownPassage }) {
  const { t } = useTranslation('replay');
  return (
    <Paper
      withBorder
      p="sm"
      data-testid="known-passage"
      data-since={passage.since}
      data-given={passage.given}
    >
      <KnownPassageFacts passage={passage} />
      <details className={classes.fold} open={passage.quote !== null}>
        <summary>{t('known.showText')}</summary>
        <KnownPassageText passage={passage} />
      </details>
    </Paper>
  );
}
