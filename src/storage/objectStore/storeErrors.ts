import { AppError } from '../../errors';

/** Runs the work of a store; what fails in it is `file_store_unavailable`, but what is already an `AppError` stays. */
export async function asFileStoreUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('file_store_unavailable', { cause });
  }
}

/** The `code` that Node and S3 clients put on their errors, such as `ENOENT` or `NoSuchKey`. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
