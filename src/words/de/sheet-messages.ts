/** The German of `../en/sheet-messages.ts`. */
import { cellWords } from '../cell-words.ts';
import type { Words } from '../language.ts';

const orEmpty = (value: string) => (value === '' ? 'leer' : value);

export const sheet: Words['problemTexts']['sheet'] = {
  notStaged: (reason) => `Nicht vorgemerkt: ${reason}`,
  outcomeUnknown: (reason) => `Ergebnis noch nicht bekannt: ${reason}`,
  notRefreshed: (reason) => `Nicht aktualisiert: ${reason}`,
  notGiven:
    'Die Antwort von Nova enthält keine Zahlung für diese Zeile; sehen Sie die Ausschüttung in Nova nach.',
  notListed: `${cellWords.notListed.de}; sehen Sie die Ausschüttung in Nova nach.`,
  stagedFrom: (workbook, sheetName, time, who) =>
    `${cellWords.stagedFrom.de} ${workbook}, Blatt ${sheetName}, am ${time} UTC von ${who}.`,
  registeredFrom: (workbook, sheetName, time, who) =>
    `Erfasst aus ${workbook}, Blatt ${sheetName}, am ${time} UTC von ${who}.`,
  changed: (changes) =>
    `${cellWords.drift.de} ${changes.map(({ label, staged, now }) => `${label} war ${orEmpty(staged)}, ist ${orEmpty(now)}`).join('; ')}.`,
  quoted: (text) => `„${text}“`,
  changedCell: ({ label, staged, now }, id) =>
    `„${label}“ wurde in ${id} als ${orEmpty(staged)} vorgemerkt; jetzt steht in der Zelle ${orEmpty(now)}. Nova behält, was vorgemerkt wurde. Setzen Sie die Zelle zurück, oder stornieren Sie die Ausschüttung in Nova und merken Sie sie neu vor.`,
  rowGone: (row) =>
    `Was in Zeile ${row} stand, wurde gelöscht oder geändert, oder die Zeile trägt jetzt andere IDs.`,
};
