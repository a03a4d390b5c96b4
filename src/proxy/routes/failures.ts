import { apiErrorSchema } from '../../contract/index.ts';

/** The answers other than 2xx of a route, each an `ApiError`, for the document that describes the API. */
export function failures<S extends 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503>(
  ...statuses: S[]
): Record<S, typeof apiErrorSchema> {
  return Object.fromEntries(statuses.map((status) => [status, apiErrorSchema])) as Record<
    S,
    typeof apiErrorSchema
  >;
}
