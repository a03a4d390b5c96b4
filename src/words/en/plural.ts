import { pluralIn } from '../format.ts';

export const plural = pluralIn('en');
