import { ApiError, notImplemented } from '../api-error.ts';
import { isRecord } from '../arguments.ts';
import type { WireClass } from '../wire-class.ts';

/** Protection without a password: what is locked refuses to change, whoever asks. */
export const worksheetProtectionClass: WireClass<'WorksheetProtection'> = {
  properties: {
    Protected: { get: (self, host) => host.sheet(self.sheetId).protected },
    Options: { get: (self, host) => (host.sheet(self.sheetId).protected ? {} : null) },
  },
  methods: {
    Protect: (self, args, host) => {
      if (args.has(1)) throw notImplemented('WorksheetProtection.protect with a password');
      const options = args.raw(0);
      if (isRecord(options) && Object.values(options).some((allowed) => allowed === true)) {
        throw notImplemented('WorksheetProtection.protect with options');
      }
      if (host.sheet(self.sheetId).protected) {
        throw new ApiError('InvalidOperation', 'This operation is not permitted for the current object.');
      }
      host.book.protect(self.sheetId);
    },
    Unprotect: (self, _args, host) => host.book.unprotect(host.sheet(self.sheetId).id),
  },
};
