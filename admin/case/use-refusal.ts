/** Reads why a sending came to nothing; where the session has ended it leads to the door, and what was typed waits behind it. */
import { useLogoutIfAccessDenied } from 'react-admin';
import { refusalOf, type Refusal } from './refusal.ts';

export const useRefusal = (): ((error: unknown) => Refusal) => {
  const leaveIfEnded = useLogoutIfAccessDenied();
  return (error) => {
    void leaveIfEnded(error);
    return refusalOf(error);
  };
};
