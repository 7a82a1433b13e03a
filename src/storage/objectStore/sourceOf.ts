/**
 * What is stored while it is made, with a memory of who failed: an error of the maker is its own, and no outage of the store
 * that was writing meanwhile.
 */
export class SourceOf {
  #failure: { error: unknown } | null = null;

  constructor(private readonly content: AsyncIterable<Buffer>) {}

  /** What is made, until the signal says to leave off. */
  async *chunks(signal: AbortSignal): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of this.content) {
        signal.throwIfAborted();
        yield chunk;
      }
      signal.throwIfAborted();
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  /** Runs what stores it. @throws what the making threw, else what the storing did. */
  async asItsOwn(store: () => Promise<void>): Promise<void> {
    try {
      await store();
    } catch (error) {
      throw this.#failure ? this.#failure.error : error;
    }
  }
}
