/** A fault of the PDF extraction and how the content mends it. Letters stay; only places and spaces change. */
export interface Repair {
  /** As the extracted file has it, white space collapsed. */
  readonly source: string;
  readonly repaired: string;
  readonly reason: string;
  /** How often it stands in the file; 1 by default. */
  readonly times?: number;
}

const linked = 'the words of a hyperlink were moved behind the line they stand in';
const space = 'a space was put in at the end of a line';

/** Every repair of the extraction, by rule text. Nothing else may differ from the extracted files. */
export const extractionRepairs: Readonly<Record<string, readonly Repair[]>> = {
  almaty_city: [
    {
      source: '( аудандық)',
      repaired: '(аудандық)',
      reason: space,
    },
    {
      source: 'қамтамасыз ету , жұмысқа',
      repaired: 'қамтамасыз ету, жұмысқа',
      reason: space,
    },
  ],
  mangystau: [
    {
      source: 'көші - қон процесстерін',
      repaired: 'көші-қон процесстерін',
      reason: space,
    },
    {
      source:
        'жергілікті мемлекеттік " Заңына, Қазақстан Республикасы басқару және өзін-өзі басқару туралы Премьер',
      repaired:
        'жергілікті мемлекеттік басқару және өзін-өзі басқару туралы" Заңына, Қазақстан Республикасы Премьер',
      reason: linked,
    },
    {
      source: '26 шілдедегі бұйрығына сәйкес, Маңғыстау облыстық №312 мәслихаты',
      repaired: '26 шілдедегі №312 бұйрығына сәйкес, Маңғыстау облыстық мәслихаты',
      reason: linked,
    },
    {
      source: '№ 10/ 104',
      repaired: '№ 10/104',
      reason: space,
    },
    {
      source: '( бұдан',
      repaired: '(бұдан',
      reason: space,
    },
    {
      source:
        '18 ақпандағы қаулысымен бекітілген Қазақстан Республикасының Еңбек және халықты № 81 әлеуметтік',
      repaired:
        '18 ақпандағы № 81 қаулысымен бекітілген Қазақстан Республикасының Еңбек және халықты әлеуметтік',
      reason: linked,
    },
    {
      source: '( аудандық)',
      repaired: '(аудандық)',
      reason: space,
    },
    {
      source: 'көшіп келу , эмиграция',
      repaired: 'көшіп келу, эмиграция',
      reason: space,
    },
    {
      source: 'желтоқсандағы қаулысымен № 1427 бекітілген',
      repaired: 'желтоқсандағы № 1427 қаулысымен бекітілген',
      reason: linked,
    },
  ],
  astana: [
    {
      source:
        '2-6 , "Халықтың көші-қоны туралы" Қазақстан Республикасы Заңы 15-бабы тармақшасына 1-тармағының , Қазақстан Республикасы Премьер-Министрінің 1) тармақшасына орынбасары',
      repaired:
        '2-6 тармақшасына, "Халықтың көші-қоны туралы" Қазақстан Республикасы Заңы 15-бабы 1-тармағының 1) тармақшасына, Қазақстан Республикасы Премьер-Министрінің орынбасары',
      reason: linked,
      times: 2,
    },
    {
      source: '№ 312 сәйкес,бұйрығына Астана',
      repaired: '№ 312 бұйрығына сәйкес, Астана',
      reason: linked,
    },
    {
      source: 'реттеу (бұдан әрі – Қағида) қосымшаға сәйкес бекітілсін.қағидалары',
      repaired: 'реттеу қағидалары (бұдан әрі – Қағида) қосымшаға сәйкес бекітілсін.',
      reason: linked,
    },
    {
      source: '№ 356/45-VI ;шешімінің',
      repaired: '№ 356/45-VI шешімінің;',
      reason: linked,
    },
    {
      source: '№ 106/15-VII күші жойылды деп танылсын.шешімінің',
      repaired: '№ 106/15-VII шешімінің күші жойылды деп танылсын.',
      reason: linked,
    },
    {
      source: '№ 312 сәйкес бұйрығына әзірленді.',
      repaired: '№ 312 бұйрығына сәйкес әзірленді.',
      reason: linked,
    },
    {
      source:
        'Республикасының сәйкес жұмыспен қамтуға жәрдемдесудің белсенді шараларына Әлеуметтік кодексіне қатысушыларға',
      repaired:
        'Республикасының Әлеуметтік кодексіне сәйкес жұмыспен қамтуға жәрдемдесудің белсенді шараларына қатысушыларға',
      reason: linked,
    },
    {
      source: 'тіркеу сәйкес жүзеге асырылады.қағидаларына',
      repaired: 'тіркеу қағидаларына сәйкес жүзеге асырылады.',
      reason: linked,
    },
  ],
  almaty_region: [
    {
      source: 'с статьи 6 Закона Республики Казахстан "О местном пунктом 2-6 государственном',
      repaired: 'с пунктом 2-6 статьи 6 Закона Республики Казахстан "О местном государственном',
      reason: linked,
    },
    {
      source: '"Об утверждении типовых правил №312 регулирования',
      repaired: '№312 "Об утверждении типовых правил регулирования',
      reason: linked,
    },
    {
      source: 'согласно к настоящему решению;приложению',
      repaired: 'согласно приложению к настоящему решению;',
      reason: linked,
    },
    {
      source: '"О внесении изменений в решение Алматинского № 12-61 областного',
      repaired: '№ 12-61 "О внесении изменений в решение Алматинского областного',
      reason: linked,
    },
    {
      source: 'с статьи 6 Закона пунктом 2-6 Республики',
      repaired: 'с пунктом 2-6 статьи 6 Закона Республики',
      reason: linked,
    },
    {
      source: '"Об № 312 утверждении',
      repaired: '№ 312 "Об утверждении',
      reason: linked,
    },
    {
      source: '"№ 1427 Об утверждении',
      repaired: '№ 1427 "Об утверждении',
      reason: linked,
    },
  ],
  astana_commission: [],
};
