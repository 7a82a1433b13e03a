import { useQueries } from '@tanstack/react-query';
import type { PromptName, PromptVersionKey } from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { PromptDiff } from './promptDiff';
import { promptTextQuery } from './promptsApi';

interface VersionDiffProps {
  name: PromptName;
  before: PromptVersionKey;
  after: PromptVersionKey;
}

/** What differs between two versions, whose texts are read first. */
export function VersionDiff({ name, before, after }: VersionDiffProps) {
  const [from, to] = useQueries({ queries: [promptTextQuery(name, before), promptTextQuery(name, after)] });
  const failed = [from, to].find(({ error }) => error !== null);
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!from.data || !to.data) return <PageFallback />;
  return <PromptDiff before={from.data.body} after={to.data.body} />;
}
