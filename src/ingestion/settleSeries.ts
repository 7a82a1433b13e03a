import type { Transaction } from 'sequelize';
import { alignDocument } from './alignIndex';
import type { IngestionDependencies } from './dependencies';

/** Brings which versions of a series stand, and what the index says of each, in line with the rows. May be repeated. */
export async function settleSeries(seriesId: string, dependencies: IngestionDependencies): Promise<void> {
  const { documentVersions } = dependencies.repositories;
  await dependencies.database.sequelize.transaction(async (transaction) => {
    await documentVersions.lock(seriesId, transaction);
    await documentVersions.settle(seriesId, transaction);
  });
  await alignSeries(seriesId, dependencies);
}

/** Makes the index say of every version what its row says, of those to be cited first. */
export async function alignSeries(
  seriesId: string,
  dependencies: IngestionDependencies,
  options: { except?: string } = {},
): Promise<void> {
  for (const id of await dependencies.repositories.documentVersions.ofSeries(seriesId)) {
    if (id !== options.except) await alignDocument(id, dependencies);
  }
}

/**
 * Changes rows of a series and leaves a job for the rest, in one transaction; then the index follows at once, where it
 * answers.
 * @returns whether the index has followed.
 */
export async function changeSeries(
  seriesId: string,
  dependencies: IngestionDependencies,
  change: (transaction: Transaction) => Promise<void>,
): Promise<boolean> {
  const { database, repositories, jobs, logger } = dependencies;
  await database.sequelize.transaction(async (transaction) => {
    await repositories.documentVersions.lock(seriesId, transaction);
    await change(transaction);
    await repositories.documentVersions.settle(seriesId, transaction);
    await jobs.add('documents.settle', { seriesId }, transaction);
  });
  try {
    await alignSeries(seriesId, dependencies);
    return true;
  } catch (error) {
    logger.warn({ err: error, seriesId }, 'the index will be changed by its job');
    return false;
  }
}
