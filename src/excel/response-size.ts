import { ExcelError } from './errors.ts';
import { RESPONSE_BYTES } from './read-block.ts';

/**
 * Does a job that reads in chunks of at most so many bytes, and does it again in smaller ones when Excel says that an
 * answer grew too large, which it does when cells hold far more text than was assumed. Use it for reading only.
 */
export async function withFittingResponses<T>(job: (responseBytes: number) => Promise<T>): Promise<T> {
  for (let responseBytes = RESPONSE_BYTES; ; responseBytes /= 8) {
    try {
      return await job(responseBytes);
    } catch (error) {
      const isTooLarge =
        error instanceof ExcelError && error.officeCode === 'ResponsePayloadSizeLimitExceeded';
      if (!isTooLarge || responseBytes < RESPONSE_BYTES / 100) throw error;
    }
  }
}
