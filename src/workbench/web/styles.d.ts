/** Style sheets are the bundler's: importing one has no value. */
declare module '*.css';
