/** The catalogue's part about lists that are copied or saved: their first lines. */

export const lists = {
  payouts: ['Payee', 'Entity', 'Amount', 'Currency', 'Nova distribution', 'Nova payment'],
  registrations: ['Name', 'Entity', 'Account', 'Nova id'],
};
