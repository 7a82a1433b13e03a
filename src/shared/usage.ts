/** Of the Korean day so far. */
export interface UsageOfDayDto {
  /** Turns that ended. */
  turns: number;
  inputTokens: number;
  outputTokens: number;
  /** As far as prices were set. */
  costKrw: number;
  /** Turns under way or waiting now. */
  running: number;
}

/** What may be used on a day; null: no limit. */
interface DailyLimitsDto {
  /** Tokens read and written together. */
  dailyTokens: number | null;
  dailyKrw: number | null;
}

/** What was used of the chat today, against what may be used. */
export interface UsageDto {
  /** Day in Korea, as YYYY-MM-DD. */
  day: string;
  /** When the next one begins. */
  nextDayAt: string;
  own: UsageOfDayDto & {
    /** Questions within the last minute. */
    lastMinute: number;
    limits: DailyLimitsDto & { running: number; perMinute: number };
  };
  /** Of everybody, for those who may see it. */
  everybody?: UsageOfDayDto & {
    /** How many people have asked. */
    people: number;
    limits: DailyLimitsDto;
  };
}
