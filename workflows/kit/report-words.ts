/** What a report says beside its figures, on the screen and on paper. */
export const reportWords = {
  village: { zh: '村居', en: 'Village' },
  indicator: { zh: '指标', en: 'Indicator' },
  records: { zh: '条数', en: 'Records' },
  rate: { zh: '本村居', en: 'Village' },
  all: { zh: '全镇', en: 'Town' },
  colour: { zh: '预警', en: 'Flag' },
  said: { zh: '核查说明', en: 'Explanation' },
  yellow: { zh: '黄色', en: 'Yellow' },
  red: { zh: '红色', en: 'Red' },
  few: { zh: '少于5的人数不列示，写作“少于5”。', en: 'Numbers of people below five are not given, but as “fewer than 5”.' },
  kept: { zh: '＊：为防止由其他数字推算，不予列示。', en: '*: not given, for another could be worked out from it.' },
} as const;
