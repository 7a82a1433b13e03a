import type { Glossary } from '../../../shared/glossary';
import { api } from '../../lib/api';

export function readGlossary(): Promise<Glossary> {
  return api('/api/glossary');
}
