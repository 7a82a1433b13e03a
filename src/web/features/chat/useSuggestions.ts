import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../../shared/problem';
import type { SuggestionDto } from '../../../shared/suggestions';
import { api } from '../../lib/api';
import { useEmployee } from '../../lib/session';
import { useLanguage } from '../../lib/useLanguage';

/** A question to begin with; an example for everybody is about nothing of the reader's own. */
export interface Suggestion {
  question: string;
  about?: SuggestionDto['about'];
}

/** What is true for a person today does not change from one chat to the next. */
const freshMs = 10 * 60_000;

/** Below so many questions of the reader's own, examples fill the places. */
const fewest = 4;

/** Questions that fit the reader now, and examples for everybody where there is little to go by, or no answer. */
export function useSuggestions(): { suggestions: Suggestion[]; isPending: boolean } {
  const { t } = useTranslation('chat');
  const { id } = useEmployee();
  const language = useLanguage();
  const read = useQuery({
    queryKey: ['suggestions', id, language],
    queryFn: () => api<Page<SuggestionDto>>('/api/suggestions'),
    staleTime: freshMs,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const examples = t('examples', { returnObjects: true }).map((question) => ({ question }));
  const own = read.data?.items ?? [];
  const missing = Math.max(0, fewest - own.length);
  return { suggestions: [...own, ...examples.slice(0, missing)], isPending: read.isLoading };
}
