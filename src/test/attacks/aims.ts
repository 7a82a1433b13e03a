import { costAims } from './aims/costAims';
import { outputAims } from './aims/outputAims';
import { rightsAims } from './aims/rightsAims';
import { secretsAims } from './aims/secretsAims';
import { writingAims } from './aims/writingAims';
import type { Aim } from './aims/aim';

/** What attackers are after, each once. */
export const aims: Aim[] = [...rightsAims, ...secretsAims, ...writingAims, ...outputAims, ...costAims];
