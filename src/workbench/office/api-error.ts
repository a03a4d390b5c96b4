import { BookError } from '../book/book.ts';

/** The HTTP statuses that Excel gives beside its error codes. */
const STATUSES: Record<string, number> = {
  InvalidArgument: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  InvalidOperation: 400,
  AccessDenied: 403,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  NotImplemented: 501,
};

/** A refusal in the words of Excel's API: the add-in sees it as `OfficeExtension.Error` with the same code. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  /** `Class.member`; filled in by the dispatcher where the failing call did not say. */
  location = '';
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = STATUSES[code] ?? 500;
  }
}

export function invalidArgument(
  message = 'The argument is invalid or missing or has an incorrect format.',
): ApiError {
  return new ApiError('InvalidArgument', message);
}

export function itemNotFound(): ApiError {
  return new ApiError('ItemNotFound', "The requested resource doesn't exist.");
}

export function itemAlreadyExists(): ApiError {
  return new ApiError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
}

export function invalidReference(): ApiError {
  return new ApiError('InvalidReference', 'This reference is not valid for the current operation.');
}

/** What the workbench lacks is refused by name, so that no test passes on an answer nobody gave. */
export function notImplemented(member: string): ApiError {
  const error = new ApiError('NotImplemented', `The workbench does not implement ${member}.`);
  error.location = member;
  return error;
}

/** Any failure as an `ApiError`: refusals of the book keep their code, everything else is a fault of the workbench. */
export function asApiError(failure: unknown): ApiError {
  if (failure instanceof ApiError) return failure;
  if (failure instanceof BookError) return new ApiError(failure.code, failure.message);
  const detail = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return new ApiError(
    'GeneralException',
    `There was an internal error while processing the request. ${detail}`,
  );
}
