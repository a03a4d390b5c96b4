import { z } from 'zod';

/** A reason that somebody can be asked about later. */
export const reasonSchema = z.string().trim().min(10, 'must be at least 10 characters').max(500);
