import type { SubmissionKindName } from '../../contract/index.ts';
import { factsOfBody } from './content-facts.ts';
import type { ContentFacts } from './content-facts.ts';

/** What lists, limits and the audit log know of a content without its body. Amounts in cents; null for no distribution. */
export type Description = Pick<ContentFacts, 'name' | 'currency' | 'totalCents'> & {
  paymentCount: number | null;
};

/** What is submitted once and for all under one hash. */
export interface Content {
  kind: SubmissionKindName;
  /** SHA-256 of the body, in hexadecimal. */
  hash: string;
  /** What the ledger keeps: the very bytes that go to Nova, or what stands for them where those must not be kept. */
  body: string;
  facts: Description;
  /** The entity that payment instructions are for; null for other kinds. */
  subject: string | null;
  /** The hash over all contents of the request in which payment instructions came; null for other kinds. */
  setHash: string | null;
  /** The external reference where Nova takes each only once. */
  reference: string | null;
}

/** A distribution, of its canonical body alone where nothing else is known yet. */
export function distributionContent(content: {
  hash: string;
  body: string;
  facts?: ContentFacts;
}): Content & { facts: ContentFacts } {
  const { hash, body, facts = factsOfBody(body) } = content;
  return { kind: 'distribution', hash, body, facts, subject: null, setHash: null, reference: null };
}
