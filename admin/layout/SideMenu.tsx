/** The main navigation: a fixed column on a desk, a drawer on a phone. */
import DeskIcon from '@mui/icons-material/FactCheckOutlined';
import FolderIcon from '@mui/icons-material/FolderOutlined';
import SignIcon from '@mui/icons-material/DrawOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import PictureIcon from '@mui/icons-material/InsightsOutlined';
import BulkIcon from '@mui/icons-material/LibraryAddCheckOutlined';
import RegisterIcon from '@mui/icons-material/MenuBookOutlined';
import OversightIcon from '@mui/icons-material/ShieldOutlined';
import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import { useTranslate } from 'react-admin';
import { useDeferredValue, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useRegistry } from '../case/registry.ts';
import { useMe } from '../common/office.ts';
import { deskFor } from '../desk/desk-of.ts';
import { deskMessages } from '../desk/messages.ts';
import { mayAct } from '../bulk/chosen.ts';
import { bulkMessages } from '../bulk/messages.ts';
import { messages } from '../i18n/messages.ts';
import { useText } from '../i18n/text.ts';
import { pictureMessages } from '../picture/messages.ts';
import { sittingMessages } from '../sitting/messages.ts';
import { signsSomething } from '../sitting/places.ts';
import { importsFor, moneyFor, overseesWork, oversightFor, processesFor, registersFor, type Place } from './places.ts';

const WIDTH = 232;

const Item = ({ place, icon, leave }: { place: Place; icon: ReactNode; leave: () => void }) => {
  const text = useText();
  const { pathname } = useLocation();
  const here = place.to === '/' ? pathname === '/' : pathname === place.to || pathname.startsWith(`${place.to}/`);
  return (
    <ListItem disablePadding>
      <ListItemButton component={Link} to={place.to} selected={here} aria-current={here ? 'page' : undefined} onClick={leave}
        sx={{ borderLeft: 3, borderColor: 'transparent', '&.Mui-selected': { borderColor: 'primary.main', fontWeight: 600 } }}>
        <ListItemIcon sx={{ minWidth: 36 }}>{icon}</ListItemIcon>
        <ListItemText primary={text(place.label)} slotProps={{ primary: { sx: { fontWeight: 'inherit' } } }} />
      </ListItemButton>
    </ListItem>
  );
};

const Group = ({ title, places, icon, leave }: { title: string; places: readonly Place[]; icon: ReactNode; leave: () => void }) =>
  places.length === 0 ? null : (
    <>
      <ListSubheader component="h2" disableSticky sx={{ m: 0, bgcolor: 'transparent', mt: 1, lineHeight: '36px' }}>{title}</ListSubheader>
      <List dense disablePadding aria-label={title}>{places.map((place) => <Item key={place.to} place={place} icon={icon} leave={leave} />)}</List>
    </>
  );

export const Menu = ({ leave }: { leave: () => void }) => {
  const translate = useTranslate();
  const me = useMe();
  const registry = useRegistry();
  const processes = me ? processesFor(me, registry) : [];
  return (
    <nav aria-label={translate('app.navigation')}>
      <List dense>
        <Item place={{ to: '/', label: messages.menu.inbox }} icon={<InboxIcon />} leave={leave} />
        {deskFor(me, registry) && <Item place={{ to: '/desk', label: deskMessages.desk.menu }} icon={<DeskIcon />} leave={leave} />}
        {signsSomething(me, registry) && <Item place={{ to: '/sitting', label: sittingMessages.sitting.menu }} icon={<SignIcon />} leave={leave} />}
        {overseesWork(me) && <Item place={{ to: '/picture', label: pictureMessages.picture.menu }} icon={<PictureIcon />} leave={leave} />}
        {me && registry.some((workflow) => mayAct(me, workflow)) && <Item place={{ to: '/bulk', label: bulkMessages.bulk.menu }} icon={<BulkIcon />} leave={leave} />}
      </List>
      {me && <Group title={translate('menu.processes')} places={[...processes, ...moneyFor(me)]} icon={<FolderIcon />} leave={leave} />}
      {me && <Group title={translate('menu.register')} places={[...registersFor(me), ...importsFor(me)]} icon={<RegisterIcon />} leave={leave} />}
      {me && <Group title={translate('privacy.group')} places={oversightFor(me)} icon={<OversightIcon />} leave={leave} />}
    </nav>
  );
};

/** The page itself comes first: the menu is painted while that waits for its data. */
const Later = ({ children }: { children: ReactNode }) => useDeferredValue(children, null);

export const SideMenu = ({ phone, open, close }: { phone: boolean; open: boolean; close: () => void }) => (
  <Drawer variant={phone ? 'temporary' : 'permanent'} open={open || !phone} onClose={close}
    sx={{ width: phone ? 0 : WIDTH, flexShrink: 0, displayPrint: 'none', ...(!phone && { bgcolor: 'background.paper', borderRight: 1, borderColor: 'divider' }) }}
    slotProps={{ paper: { sx: { width: WIDTH, ...(!phone && { position: 'sticky', top: 48, width: 1, height: 'auto', maxHeight: 'calc(100dvh - 48px)', border: 0 }) } } }}>
    <Later><Menu leave={close} /></Later>
  </Drawer>
);
