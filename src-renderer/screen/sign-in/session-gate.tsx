import type { ReactNode } from 'react';
import type { Person } from '../../link/session.ts';
import { useScreenState } from '../screen-context.ts';
import { AskingPage } from './asking-page.tsx';
import { LoginPage } from './login-page.tsx';
import { PasswordOffer } from './password-offer.tsx';

type SessionGateProps = {
  /** What one signs in for. */
  readonly lead: string;
  readonly children: (person: Person) => ReactNode;
};

/** The way in to any page of the staff, and the page for who is here. */
export function SessionGate({ lead, children }: SessionGateProps) {
  const session = useScreenState((state) => state.session);
  switch (session.phase) {
    case 'asking':
      return <AskingPage unreachable={session.unreachable} />;
    case 'signed-out':
      return <LoginPage lead={lead} problem={session.problem} busy={session.busy} />;
    case 'choosing-password':
      return <PasswordOffer problem={session.problem} busy={session.busy} />;
    case 'signed-in':
      return children(session.person);
  }
}
