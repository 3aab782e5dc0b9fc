/** On a phone the ways most walked lie under the thumb. */
import InboxIcon from '@mui/icons-material/InboxOutlined';
import RegisterIcon from '@mui/icons-material/MenuBookOutlined';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import BottomNavigation from '@mui/material/BottomNavigation';
import BottomNavigationAction from '@mui/material/BottomNavigationAction';
import Paper from '@mui/material/Paper';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { mayReadRegister } from '../auth/me.ts';
import { useMe } from '../common/office.ts';

export const BottomBar = ({ openMenu }: { openMenu: () => void }) => {
  const translate = useTranslate();
  const me = useMe();
  const { pathname } = useLocation();
  const here = pathname.startsWith('/residents') ? '/residents' : pathname;
  return (
    <Paper square elevation={3} sx={{ position: 'sticky', bottom: 0, zIndex: 'appBar', displayPrint: 'none' }}>
      <BottomNavigation showLabels value={here} component="nav" aria-label={translate('app.navigation')}>
        <BottomNavigationAction value="/" label={translate('menu.inbox')} icon={<InboxIcon />} component={Link} to="/" />
        {me && mayReadRegister(me) && <BottomNavigationAction value="/residents" label={translate('menu.register')} icon={<RegisterIcon />} component={Link} to="/residents" />}
        <BottomNavigationAction value="more" label={translate('menu.more')} icon={<MoreIcon />} onClick={openMenu} />
      </BottomNavigation>
    </Paper>
  );
};
