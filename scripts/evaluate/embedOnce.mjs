// An embedding model that remembers: vectors are kept by model and text below `data/evaluation`, so that a corpus that
// did not change is never embedded twice.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @returns an EmbeddingModel over `model`, and `save()`, which writes what was new. */
export function embedOnce(model, folder) {
  const file = path.join(folder, `vectors-${hash(model.name).slice(0, 12)}.json`);
  const known = readKnown(file);
  const ask = async (kind, texts, request) => {
    const keys = texts.map((text) => hash(`${kind}\n${text}`));
    const missing = [...new Set(texts.filter((_text, at) => !known.has(keys[at])))];
    const made = missing.length > 0 ? await request(missing) : [];
    missing.forEach((text, at) => known.set(hash(`${kind}\n${text}`), made[at]));
    return keys.map((key) => known.get(key));
  };
  return {
    name: model.name,
    async embedDocuments(texts) {
      const vectors = await ask('passage', texts, (missing) => model.embedDocuments(missing));
      this.save();
      return vectors;
    },
    async embedQuery(text) {
      const [vector] = await ask('query', [text], async ([one]) => [
        await patiently(() => model.embedQuery(one)),
      ]);
      return vector;
    },
    save() {
      mkdirSync(folder, { recursive: true });
      const rounded = [...known].map(([key, vector]) => [
        key,
        vector.map((value) => Number(value.toFixed(6))),
      ]);
      writeFileSync(`${file}.new`, JSON.stringify(rounded));
      renameSync(`${file}.new`, file);
    },
  };
}

/** A reader does not wait long for a question's vector; here the model may take its time. */
async function patiently(request, tries = 20) {
  try {
    return await request();
  } catch (error) {
    if (tries <= 1) throw error;
    return patiently(request, tries - 1);
  }
}

function readKnown(file) {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}
