import type { Engine } from '../book/engine.ts';
import { createBook, type WorkbenchBook } from '../book/ironcalc-book.ts';
import { loadXlsx, saveXlsx } from '../book/xlsx.ts';
import { fromBase64, isWorkbookInBase64 } from './bytes.ts';

/** A workbook from its address, from its bytes in base64, or an empty one for an empty text. Rejects with a sentence. */
export async function openWorkbook(engine: Engine, source: string, name: string): Promise<WorkbenchBook> {
  if (source === '') return createBook({ engine, name });
  return loadXlsx(await bytesOf(source), engine, name);
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
