/** The tree of units: one district, one town, its villages and communities; the id of a unit is its code and never changes. */
import type { Text } from '../kit/words.ts';

/** Ids: 6 digits for a district (GB/T 2260), 9 for a town, 12 for a village. */
export type Unit = {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'district' | 'town' | 'village';
  readonly parent: string | null;
  /** A residents' community (居) rather than a village (村). */
  readonly community: boolean;
};
export type UnitPair = { readonly ancestor: string; readonly descendant: string };

const DISTRICT = '999901';
const TOWN = '999901101';

const village = (code: string, zh: string, en: string): Unit => ({
  id: TOWN + code, name: { zh, en }, kind: 'village', parent: TOWN, community: zh.endsWith('社区'),
});

/** A place that does not exist: GB/T 2260 has no province 99. */
export const demoUnits: readonly Unit[] = [
  { id: DISTRICT, name: { zh: '示例区', en: 'Shili District' }, kind: 'district', parent: null, community: false },
  { id: TOWN, name: { zh: '云溪镇(演示)', en: 'Yunxi Town (demo)' }, kind: 'town', parent: DISTRICT, community: false },
  village('001', '柳岸社区', 'Liu’an Community'),
  village('002', '新桥社区', 'Xinqiao Community'),
  village('003', '河东社区', 'Hedong Community'),
  village('004', '文苑社区', 'Wenyuan Community'),
  village('005', '南苑社区', 'Nanyuan Community'),
  village('006', '泰和社区', 'Taihe Community'),
  village('201', '东湾村', 'Dongwan Village'),
  village('202', '西湾村', 'Xiwan Village'),
  village('203', '石桥村', 'Shiqiao Village'),
  village('204', '大槐村', 'Dahuai Village'),
  village('205', '小槐村', 'Xiaohuai Village'),
  village('206', '北渠村', 'Beiqu Village'),
  village('207', '南渠村', 'Nanqu Village'),
  village('208', '枣林村', 'Zaolin Village'),
  village('209', '双井村', 'Shuangjing Village'),
  village('210', '柳庄村', 'Liuzhuang Village'),
  village('211', '前店村', 'Qiandian Village'),
  village('212', '后店村', 'Houdian Village'),
];

/** The unit and all above it, nearest first. Empty for an unknown id. */
export const lineOf = (units: readonly Unit[], id: string): string[] => {
  const unit = units.find((one) => one.id === id);
  return unit ? [unit.id, ...(unit.parent === null ? [] : lineOf(units, unit.parent))] : [];
};

/** Every pair of a unit and one below it, itself included. */
export const closureOf = (units: readonly Unit[]): UnitPair[] =>
  units.flatMap((unit) => lineOf(units, unit.id).map((ancestor) => ({ ancestor, descendant: unit.id })));

/** Whether the second unit lies in the first, or is it. */
export const covers = (units: readonly Unit[], ancestor: string, descendant: string): boolean =>
  lineOf(units, descendant).includes(ancestor);

/** The villages below a town or district, in the tree's order. */
export const villagesOf = (units: readonly Unit[], above: string): Unit[] =>
  units.filter((unit) => unit.kind === 'village' && covers(units, above, unit.id));
