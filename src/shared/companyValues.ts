/** What a customer can be, as it is stored: files of other systems are read into these. */
export type CustomerType = '상급종합병원' | '종합병원' | '병원' | '의원' | '약국' | '기타';

/** What a contact with a customer can be, as it is stored. */
export type VisitType = '방문' | '전화' | '이메일' | '세미나' | '기타';
