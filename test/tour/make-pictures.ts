/** `npm run pictures`: makes the reference pictures anew; another folder may be named. */
import { makePictures, picturesDir } from './pictures.ts';

const dir = process.argv[2] ?? picturesDir;
process.stdout.write(`${await makePictures(dir)} pictures in ${dir}\n`);
