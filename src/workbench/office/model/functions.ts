import { invalidArgument } from '../api-error.ts';
import type { WireClass } from '../wire-class.ts';

const DAY_MS = 86_400_000;

/** `workbook.functions`: only what an add-in cannot learn otherwise. `DATE` tells the workbook's date system. */
export const functionsClass: WireClass<'Functions'> = {
  methods: {
    Date: (_self, args, host) => {
      const year = args.integer(0);
      const firstYear = host.book.date1904 ? 1904 : 1900;
      if (year < firstYear || year > 9999) throw invalidArgument();
      const dayZero = host.book.date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
      const day = Date.UTC(year, args.integer(1) - 1, args.integer(2));
      return { wire: 'FunctionResult', value: Math.round((day - dayZero) / DAY_MS) };
    },
  },
};

export const functionResultClass: WireClass<'FunctionResult'> = {
  properties: {
    Value: { get: (self) => self.value },
    Error: { get: () => null },
  },
};
