import type { DocumentDto } from '../../../shared/documents';

/** Why a document that is read is not cited today. */
export type DocumentMark = 'superseded' | 'awaitingApproval' | 'outOfDate';

/** @param today KST calendar day, which validity dates are compared with. */
export function documentMarks(
  { supersededAt, approvedAt, validFrom, validTo }: Omit<MarkedDocument, 'status'>,
  today: string,
): DocumentMark[] {
  const valid = (validFrom ?? today) <= today && today <= (validTo ?? today);
  return [
    ...(supersededAt === null ? [] : (['superseded'] as const)),
    ...(approvedAt === null ? (['awaitingApproval'] as const) : []),
    ...(valid ? [] : (['outOfDate'] as const)),
  ];
}

type MarkedDocument = Pick<DocumentDto, 'status' | 'supersededAt' | 'approvedAt' | 'validFrom' | 'validTo'>;

/** What can be done with a document as it stands, beside looking at it and deleting it. */
export type DocumentAction = 'edit' | 'approve' | 'withdraw' | 'cancel' | 'retry' | 'reindex' | 'newVersion';

export function documentActions({
  status,
  approvedAt,
  supersededAt,
}: Pick<DocumentDto, 'status' | 'approvedAt' | 'supersededAt'>): DocumentAction[] {
  if (status === 'deleting') return [];
  const onItsWay = status === 'queued' || status === 'processing';
  return [
    'edit',
    ...(approvedAt === null ? (['approve'] as const) : []),
    ...(onItsWay ? (['cancel'] as const) : []),
    ...(status === 'failed' ? (['retry'] as const) : []),
    ...(status === 'indexed' ? (['reindex'] as const) : []),
    ...(supersededAt === null ? (['newVersion'] as const) : []),
    ...(approvedAt === null ? [] : (['withdraw'] as const)),
  ];
}
