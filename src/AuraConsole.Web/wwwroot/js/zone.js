// The operator's zone, by its IANA name; the server knows the days of a zone, the browser knows which one it is in.
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';

export const print = () => window.print();
