import { useMemo } from 'react';
import { useScreen } from '../../screen/screen-context.ts';
import { createMenuApi, type MenuApi } from './menu-api.ts';

export function useMenuApi(): MenuApi {
  const { client } = useScreen();
  return useMemo(() => createMenuApi(client.ask), [client]);
}
