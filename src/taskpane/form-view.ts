import { payoutForm, type FormResults, type TableField, type TableForm } from '../domain/index.ts';

/** A table's form as the screens show it, whatever its fields are. */
export interface FormView {
  fields: readonly TableField[];
  required: readonly TableField[];
  results: FormResults;
  /** What the pane calls a field: `External reference`. */
  nameOf: (field: TableField) => string;
}

export function formView<F extends TableField>(form: TableForm<F>): FormView {
  const { fields, required, results } = form;
  return {
    fields,
    required,
    results,
    nameOf(field) {
      const names: Readonly<Partial<Record<TableField, string>>> = form.labels;
      const name = names[field] ?? field;
      return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    },
  };
}

export const payoutFormView = formView(payoutForm);
