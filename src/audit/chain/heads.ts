import { z } from 'zod';
import type { Seal } from '../../repositories/auditSeals';
import type { AuditFinding } from '../../shared/auditChain';
import { koreanDay } from '../../shared/koreanTime';
import type { AuditHeadStore } from '../../storage/auditHeads/auditHeadStore';
import type { AuditKeys } from './auditKeys';
import { canonicalJson } from './rowProofs';

const headSchema = z.object({
  day: z.iso.date(),
  number: z.number().int(),
  hash: z.string(),
  sealedAt: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

/** The last seal of a day, signed: kept where whoever can write to the database cannot. */
export type AuditHead = z.infer<typeof headSchema>;

/** What the kept heads say of the chain. */
export interface HeadChecks {
  findAt(seal: Seal): AuditFinding[];
  /** Heads of seals that are not there. */
  findBeyond(lastNumber: number): AuditFinding[];
}

export interface KeptHeads {
  /** Keeps the head of the present day in every place. */
  keep(seal: Seal): Promise<void>;
  read(): Promise<HeadChecks>;
}

/** Heads in any number of places; the chain has to agree with each. */
export function createKeptHeads(places: AuditHeadStore[], keys: AuditKeys): KeptHeads {
  const signedText = ({ signature: _signature, ...head }: AuditHead) => canonicalJson(head);

  return {
    async keep({ number, hash, sealedAt }) {
      const day = koreanDay(new Date(sealedAt));
      const head = { day, number, hash, sealedAt, publicKey: keys.publicKey, signature: '' };
      const text = JSON.stringify({ ...head, signature: keys.sign(signedText(head)) }, null, 2);
      for (const place of places) await place.put(`${day}.json`, text);
    },
    async read() {
      const wrong: AuditFinding[] = [];
      const heads: AuditHead[] = [];
      for (const { name, text } of (await Promise.all(places.map((place) => place.read()))).flat()) {
        const head = readHead(text);
        const keyId = head && keys.idOf(head.publicKey);
        if (!head) wrong.push({ table: 'audit heads', id: name, reason: 'changed' });
        else if (!keyId) wrong.push({ table: 'audit heads', id: name, reason: 'unknown_key' });
        else if (!keys.isSigned(signedText(head), head.signature, keyId))
          wrong.push({ table: 'audit heads', id: name, reason: 'changed' });
        else heads.push(head);
      }
      return {
        findAt: (seal) =>
          heads
            .filter(({ number, hash }) => number === seal.number && hash !== seal.hash)
            .slice(0, 1)
            .map(() => ({ table: 'audit_seals', id: String(seal.number), reason: 'changed' })),
        findBeyond: (lastNumber) => [
          ...heads
            .filter(({ number }) => number > lastNumber)
            .slice(0, 1)
            .map(({ number }) => ({ table: 'audit_seals', id: String(number), reason: 'missing' as const })),
          ...wrong,
        ],
      };
    },
  };
}

function readHead(text: string): AuditHead | null {
  try {
    return headSchema.parse(JSON.parse(text));
  } catch {
    return null; // said as a finding by the caller
  }
}
