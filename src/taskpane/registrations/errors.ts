import { ExcelError } from '../../excel/index.ts';
import { registering } from '../../words/index.ts';

/** Rows have problems now, so that nobody can say which of them was registered. */
export class RowsNotReadableError extends ExcelError {
  constructor() {
    super('rows-not-readable', registering.rowsNotReadable);
  }
}
