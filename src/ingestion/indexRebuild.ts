import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddingModel } from '../llm/embeddings';
import type { IndexRecipe } from '../storage/searchIndex/indexRecipe';
import type { IngestionDependencies } from './dependencies';
import { embeddedText, embedPassages } from './embedPassages';
import { fillIndex, mendIndex } from './fillIndex';
import { rebuildReason, wantedRecipe } from './indexRecipe';

type Needed = Pick<IngestionDependencies, 'repositories' | 'searchIndex' | 'embeddings' | 'logger'>;
type Asking = Needed & Pick<IngestionDependencies, 'database' | 'jobs'>;

/** Passages looked up at a time. */
const passagesAtOnce = 256;

/** How long one job embeds before another goes on: well within the time after which a job counts as left behind. */
const embeddingMs = 10 * 60_000;

/**
 * Makes the index what is asked for, while the old one serves: missing vectors first, then an index beside the old one, which
 * takes over once it holds every document. Every step may be repeated: vectors are kept as they come, and an index that was
 * begun is gone on with. A part that is away throws, so that the queue tries again.
 * @returns false when there is more to embed than one job does.
 */
export async function rebuildIndex(needed: Needed, signal: AbortSignal): Promise<boolean> {
  const { repositories, embeddings, logger } = needed;
  const reason = await rebuildReason(needed);
  if (!reason) return true;
  logger.info({ reason }, 'rebuilding the search index');
  if (embeddings && !(await embedMissing(embeddings, needed, signal))) return false;

  const mended = await replaceIndex(await wantedRecipe(needed), needed, signal);
  if (embeddings) await repositories.passageEmbeddings.removeUnused(embeddings.name);
  logger.info({ reason, mended }, 'the search index has been rebuilt');
  return true;
}

/** How far a rewriting of the index is: passages with vectors, then documents written, of so many. */
export type RewriteProgress = (what: 'vectors' | 'documents', done: number, of: number) => void;

/**
 * Writes every document into the index as the database has it, whatever the index holds and says it was made with: for one that
 * was lost or is in doubt. What serves goes on serving. Missing vectors come first.
 * @returns how many documents differed in their number of passages once all were written: of those written meanwhile.
 */
export async function rewriteIndex(
  needed: Needed,
  signal: AbortSignal,
  told: RewriteProgress,
): Promise<number> {
  const { repositories, embeddings } = needed;
  if (embeddings) {
    const { passages, embedded } = await repositories.passageEmbeddings.coverage(embeddings.name);
    let done = embedded;
    const toldVectors = (count: number) => told('vectors', (done += count), passages);
    while (!(await embedMissing(embeddings, needed, signal, toldVectors)));
  }
  const { size } = await repositories.indexContent.counts();
  const toldDocuments = (count: number) => told('documents', count, size);
  return replaceIndex(await wantedRecipe(needed), needed, signal, toldDocuments);
}

/**
 * Sees to the index at the start: an empty one is filled at once, with the vectors there are; for all else a rebuild is asked
 * for.
 */
export async function bringIndexUp(asking: Asking): Promise<void> {
  await fillEmptyIndex(asking);
  await askForRebuild(asking);
}

/** Fills an index without any passage from the database, with the vectors there are; another stays as it is. */
export async function fillEmptyIndex(needed: Needed): Promise<void> {
  const { repositories, searchIndex, embeddings } = needed;
  if (!(await searchIndex.isEmpty())) return;
  const recipe = await wantedRecipe(needed);
  const missing = embeddings ? await repositories.passageEmbeddings.missing(embeddings.name, 1) : [];
  const model = missing.length > 0 ? null : recipe.embeddingModel;
  await replaceIndex({ ...recipe, embeddingModel: model }, needed, new AbortController().signal);
}

/** Queues a rebuild where there is a reason for one; what is asked for while one waits comes to the same. */
export async function askForRebuild(asking: Asking): Promise<void> {
  if (!(await rebuildReason(asking))) return;
  await asking.database.sequelize.transaction((transaction) =>
    asking.jobs.add('index.rebuild', {}, transaction),
  );
}

/** @returns how many documents were found to differ once the index served. */
async function replaceIndex(
  recipe: IndexRecipe,
  { repositories: { indexContent }, searchIndex }: Needed,
  signal: AbortSignal,
  written?: (documents: number) => void,
): Promise<number> {
  const build = await searchIndex.openBuild(recipe);
  const filling = { build, content: indexContent, model: recipe.embeddingModel, signal, written };
  await fillIndex(filling);
  await mendIndex(filling);
  await build.takeOver();
  // A write that looked which indexes there are before there was this one did not reach it.
  return mendIndex(filling);
}

/** @returns false when its time is over and passages are left. */
async function embedMissing(
  embeddings: EmbeddingModel,
  { repositories: { passageEmbeddings } }: Needed,
  signal: AbortSignal,
  embedded?: (passages: number) => void,
): Promise<boolean> {
  for (const end = Date.now() + embeddingMs; Date.now() < end;) {
    const passages = await passageEmbeddings.missing(embeddings.name, passagesAtOnce);
    if (passages.length === 0) return true;
    const texts = new Map(passages.map((passage) => [passage.textSha256, embeddedText(passage, passage)]));
    await embedPassages(texts, embeddings, passageEmbeddings, signal);
    embedded?.(passages.length);
    // Lets what else this process does have its turn, where the model answers at once.
    await pause(0, undefined, { signal });
  }
  return false;
}
