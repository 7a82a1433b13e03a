import { AppError } from '../errors';
import type { IngestionDependencies } from './dependencies';

type Needed = Pick<IngestionDependencies, 'database' | 'repositories' | 'jobs' | 'audit'>;

/** Adds words the search keeps whole; the index is rebuilt with them in the background. Words that are there stay. */
export async function addSearchWords(
  words: string[],
  employeeId: number,
  { database, repositories, jobs, audit }: Needed,
): Promise<{ added: number }> {
  return database.sequelize.transaction(async (transaction) => {
    const added = await repositories.searchWords.add(words, employeeId, transaction);
    if (added > 0) await jobs.add('index.rebuild', {}, transaction);
    await audit.record({ name: 'searchWords.add', employeeId, input: { words } }, transaction);
    return { added };
  });
}

/** Takes a word away again. @throws AppError `not_found` */
export async function removeSearchWord(
  id: number,
  employeeId: number,
  { database, repositories, jobs, audit }: Needed,
): Promise<void> {
  await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.searchWords.remove(id, transaction))) throw new AppError('not_found');
    await jobs.add('index.rebuild', {}, transaction);
    await audit.record({ name: 'searchWords.remove', employeeId, input: { id } }, transaction);
  });
}
