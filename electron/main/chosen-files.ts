import { randomUUID } from 'node:crypto';

/** Files the person chose in the system's dialogs, by ticket: the window names the ticket and can name no file otherwise. */
export const chosenFiles = () => {
  const files = new Map<string, string>();
  return {
    add: (file: string): string => {
      const ticket = randomUUID();
      files.set(ticket, file);
      return ticket;
    },
    /** The file that a ticket stands for; undefined when it stands for none, or was given before the last lock. */
    find: (ticket: string): string | undefined => files.get(ticket),
    /** The files that the tickets in a call's input stand for. */
    namedIn: (input: object): Record<string, string> => {
      const tickets = Object.values(input).filter((value) => typeof value === 'string' && files.has(value));
      return Object.fromEntries(tickets.map((ticket: string) => [ticket, files.get(ticket) ?? '']));
    },
    clear: (): void => files.clear(),
  };
};

export type ChosenFiles = ReturnType<typeof chosenFiles>;
