import { Anchor, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { TurnReview } from '../review/turnReview';
import { readTurn } from './auditApi';
import { KnowledgeView } from './knowledgeView';
import { TraceView } from './traceView';
import { TurnActions } from './turnActions';
import { TurnRecord } from './turnRecord';

const views = ['evidence', 'trace'] as const;

/** One turn for review: question, answer, what it knew, and every step behind it. */
export function TurnPage() {
  const { t } = useTranslation('audit');
  const { turnId = '' } = useParams();
  const turn = useQuery({ queryKey: ['turn', turnId], queryFn: () => readTurn(turnId) });
  return (
    <Page title={t('turn.title')} actions={turn.data && <TurnActions turn={turn.data} />}>
      <Anchor component={Link} to="/audit" size="sm" c="var(--naru-link)">
        {t('turn.back')}
      </Anchor>
      {turn.isPending && <PageFallback />}
      {turn.error && <ErrorNotice error={turn.error} onRetry={() => void turn.refetch()} />}
      {turn.data && <TurnRecord turn={turn.data} />}
      <TurnReview turnId={turnId} />
      <TurnViews turnId={turnId} />
    </Page>
  );
}

/** The parts of the record, one at a time; which one stands in the address. A part is read, and the look recorded, when it is shown. */
function TurnViews({ turnId }: { turnId: string }) {
  const { t } = useTranslation('replay');
  const [parameters, setParameters] = useSearchParams();
  const shown = views.find((view) => view === parameters.get('view')) ?? 'evidence';
  return (
    <Tabs
      value={shown}
      keepMounted={false}
      onChange={(view) => view && setParameters({ view }, { replace: true })}
    >
      <Tabs.List aria-label={t('view.label')} mb="md">
        {views.map((view) => (
          <Tabs.Tab key={view} value={view} data-testid={`turn-view-${view}`}>
            {t(`view.${view}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="evidence">
        <KnowledgeView turnId={turnId} />
      </Tabs.Panel>
      <Tabs.Panel value="trace">
        <TraceView turnId={turnId} />
      </Tabs.Panel>
    </Tabs>
  );
}
