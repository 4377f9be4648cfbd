/** The demo accounts, at the addresses that let two of them share one browser. */
export const people = {
  user: { email: "user@demo.example", host: "127.0.0.1" },
  colleague: { email: "colleague@demo.example", host: "127.0.0.1" },
  other: { email: "user@other.example", host: "127.0.0.1" },
  administrator: { email: "admin@demo.example", host: "localhost" },
} as const;

/** Whose account it is. */
export type Who = keyof typeof people;
