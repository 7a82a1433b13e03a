/** Analytic SELECTs as a careful model or an analyst writes them, by what they use: none may be refused, each must run. */
export interface LegitimateFamily {
  about: string;
  statements: string[];
}
