import type { OfficeRow } from '../territories/territory.reader.js';
import { DEMO } from './demo-territories.js';

const HOURS = '09:00–18:00';

/** Where the invented people may come; the telephone numbers lead nowhere. */
export const DEMO_OFFICES: readonly (readonly [kato: string, office: OfficeRow])[] = [
  [
    DEMO.city,
    {
      office: { kk: 'Жаңасу қаласының әкімдігі', ru: 'Акимат города Жанасу' },
      address: { kk: 'Тәуелсіздік көшесі, 1', ru: 'ул. Тауелсиздик, 1' },
      phone: '+7 700 000 00 10',
      email: 'city@demo.invalid',
      hours: HOURS,
    },
  ],
  [
    DEMO.district,
    {
      office: { kk: 'Талдысай ауданы әкімінің аппараты', ru: 'Аппарат акима Талдысайского района' },
      address: { kk: 'Талды қаласы, Бейбітшілік көшесі, 12', ru: 'г. Талды, ул. Бейбитшилик, 12' },
      phone: '+7 700 000 00 20',
      email: 'district@demo.invalid',
      hours: HOURS,
    },
  ],
  [
    DEMO.qarasu,
    {
      office: {
        kk: 'Қарасу ауылдық округі әкімінің аппараты',
        ru: 'Аппарат акима Карасуского сельского округа',
      },
      address: { kk: 'Қарасу ауылы, Мектеп көшесі, 3', ru: 'с. Карасу, ул. Мектеп, 3' },
      phone: '+7 700 000 00 23',
      email: 'qarasu@demo.invalid',
      hours: HOURS,
    },
  ],
];
