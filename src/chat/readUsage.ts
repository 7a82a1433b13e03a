import type { ChatLimits } from '../env/chatLimits';
import type { Actor } from '../policies/actor';
import { seesUsageOfAll } from '../policies/permissions';
import type { Repositories } from '../repositories/repositories';
import { endOfKoreanDay, koreanDay } from '../shared/koreanTime';
import type { UsageDto } from '../shared/usage';

/** What a person has used today; for those who look after people or audit them, also what everybody has. */
export async function readUsage(
  actor: Actor,
  { usage }: Repositories,
  limits: ChatLimits,
): Promise<UsageDto> {
  const day = koreanDay(new Date());
  const own = await usage.ofPerson(actor.id, day);
  const everybody = seesUsageOfAll(actor) ? await usage.ofAll(day) : null;
  return {
    day,
    nextDayAt: endOfKoreanDay(day).toISOString(),
    own: { ...own, limits: limits.person },
    ...(everybody ? { everybody: { ...everybody, limits: limits.everybody } } : {}),
  };
}
