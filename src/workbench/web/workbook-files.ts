import type { Engine } from '../book/engine.ts';
import { createBook, type WorkbenchBook } from '../book/ironcalc-book.ts';
import { loadXlsx, saveXlsx } from '../book/xlsx.ts';
import { fromBase64, isWorkbookInBase64 } from './bytes.ts';

/**
 * A workbook from its bytes, the same in base64, or its address; an empty one for an empty text. Rejects with a
 * sentence for what is no `.xlsx`.
 */
export async function openWorkbook(
  engine: Engine,
  source: string | Uint8Array,
  name: string,
): Promise<WorkbenchBook> {
  if (source === '') return createBook({ engine, name });
  const bytes = typeof source === 'string' ? await bytesOf(source) : source;
  try {
    return await loadXlsx(bytes, engine, name);
  } catch (error) {
    throw new Error(`${name} could not be opened as an .xlsx workbook.`, { cause: error });
  }
}

export async function saveWorkbook(book: WorkbenchBook): Promise<Uint8Array> {
  return saveXlsx(book);
}

async function bytesOf(source: string): Promise<Uint8Array> {
  if (isWorkbookInBase64(source)) return fromBase64(source);
  const url = new URL(source, document.baseURI);
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The workbook could not be fetched from ${url.href} (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}
