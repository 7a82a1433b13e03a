import { MulterError } from 'multer';
import {
  DatabaseError,
  ExclusionConstraintError,
  ForeignKeyConstraintError,
  UniqueConstraintError,
} from 'sequelize';
import { AppError, type ErrorCode } from '../errors';
import { isConnectionLost } from '../storage/database/connectionLost';

/** Codes of body-parser and multer, as they say them, and what the reader is told. */
const parserErrors: Record<string, ErrorCode> = {
  'entity.too.large': 'payload_too_large',
  'entity.parse.failed': 'bad_request',
  'encoding.unsupported': 'bad_request',
  'charset.unsupported': 'bad_request',
  'request.aborted': 'bad_request',
  'request.size.invalid': 'bad_request',
  LIMIT_FILE_SIZE: 'file_too_large',
  LIMIT_UNEXPECTED_FILE: 'file_missing',
};

/** What busboy and multer say of a body that is none, or whose sender has gone; they give it no code. */
const brokenUpload =
  /^(Multipart: |Unexpected end of (form|file)|Malformed (part|content type)|Unsupported content type|Request (aborted|closed)$)/;

/** What a reader is told of any error; unknown ones are `internal`. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  return code ? new AppError(code, { cause: error }) : new AppError('internal', { cause: error });
}

function errorCode(error: unknown): ErrorCode | null {
  if (error instanceof UniqueConstraintError) return 'already_exists';
  if (error instanceof ExclusionConstraintError) return 'assignment_overlaps';
  if (error instanceof ForeignKeyConstraintError) return 'not_found';
  // The statements of a turn carry their records with them.
  if (error instanceof DatabaseError && error.message.includes('system_trace_logs'))
    return 'audit_unavailable';
  if (isConnectionLost(error)) return 'database_unavailable';
  if (error instanceof MulterError) return parserErrors[error.code] ?? 'bad_request';
  const { type, status } = (error ?? {}) as ErrorShape;
  if (type && parserErrors[type]) return parserErrors[type];
  if (brokenUpload.test((error as Error | null)?.message ?? '')) return 'bad_request';
  return status !== undefined && status >= 400 && status < 500 ? 'bad_request' : null;
}

interface ErrorShape {
  type?: string;
  status?: number;
}
