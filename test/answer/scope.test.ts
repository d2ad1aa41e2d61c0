import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';

const { answerer } = createCore({ clock: { now: () => new Date('2026-11-21T06:00:00Z') } });
const ask = (text: string) => answerer.ask({ text });

describe('rules of another country', () => {
  it.each([
    'нужна ли виза в турцию и сколько дней там можно быть',
    'tashkentte propiska qansha turady',
    'Жапония визасын қалай аламын?',
    'Как оформить вид на жительство в Польше?',
    'Балам Түркияда оқиды, соған барып тұрақты қалғым келеді, рұқсатты қалай алады?',
  ])('are out of scope: %s', (text) => {
    expect(ask(text)).toMatchObject({ kind: 'out_of_scope', intents: ['oos.other_country'] });
  });

  it.each([
    ['Түркияда тұрамын, қандас мәртебесіне қалай өтініш беремін?', 'kandas.apply_abroad'],
    ['ко мне подруга из Бишкека прилетела, я обязан сообщать полиции?', 'reg_foreigner.host_duty'],
    ['Съездил в Бишкек и вернулся в Тараз, регистрироваться заново?', 'reg_foreigner.deadline'],
    ['апам Қытайда, шақырту жіберсем неше күнде дайын болады?', 'visa.invitation'],
    ['Өзбекстан паспортын алдым, ол туралы хабарлау керек пе?', 'citizenship.dual_loss'],
    ['принял гражданство Узбекистана, в какой срок это сообщают?', 'citizenship.dual_loss'],
  ])('are not asked by who lives, travels, has kin or took citizenship there: %s', (text, intent) => {
    const { kind, choices } = ask(text);
    expect(kind).not.toBe('out_of_scope');
    expect(choices.slice(0, 3).flatMap(({ intents }) => intents)).toContain(intent);
  });
});

describe('where to live', () => {
  it.each(['в каком городе Казахстана лучше жить с детьми', 'Астана мен Алматы, қай қала жақсы тұруға'])(
    'is not advised, and the regions that help with a move are offered: %s',
    (text) => {
      const { kind, answer } = ask(text);
      expect(kind).toBe('out_of_scope');
      expect(answer).toMatch(/квот/u);
    },
  );
});

describe('money asked under the counter', () => {
  it.each(['инспектор просит денег, куда сообщить', 'қызметкер пара сұраса қайда хабарлаймын'])(
    'is reported, not paid: %s',
    (text) => {
      expect(ask(text)).toMatchObject({ kind: 'contact', entry: 'bodies.bribe' });
    },
  );

  it.each(['сколько дать сотруднику чтобы ускорил кандаса', 'инспекторға қанша берсем тез бітеді'])(
    'is no fee to be told: %s',
    (text) => {
      expect(ask(text)).toMatchObject({ kind: 'refused', intents: ['oos.illegal_request'] });
    },
  );
});

describe('a lost job', () => {
  it.each(['начальник меня уволил, куда пожаловаться', 'жұмыстан шығарып жіберді, кімге шағымданам'])(
    "is another office's, and what it does to a stay is named: %s",
    (text) => {
      const { kind, intents, answer } = ask(text);
      expect({ kind, intents }).toEqual({ kind: 'out_of_scope', intents: ['oos.gov_other'] });
      expect(answer).toMatch(/РВП|рұқсат/u);
    },
  );
});

describe('giving up the citizenship of another country', () => {
  it.each(['отказ от гражданства россии', 'Өзбекстан азаматтығынан қалай шығамын'])('is ours: %s', (text) => {
    expect(ask(text).entry).toBe('citizenship.renounce');
  });
});

describe('danger', () => {
  it.each([
    'меня бьёт муж, помогите',
    'хозяин забрал мой паспорт',
    'күйеуім мені ұрды',
    'паспортымды тартып алды',
  ])('is answered with the numbers to call: %s', (text) => {
    const { kind, answer } = ask(text);
    expect(kind).toBe('handoff');
    expect(answer).toMatch(/112.*102/su);
  });

  it.each(['я больше не хочу жить', 'өлгім келеді'])('of despair is not answered with crimes: %s', (text) => {
    const { kind, answer } = ask(text);
    expect(kind).toBe('handoff');
    expect(answer).toContain('112');
    expect(answer).not.toMatch(/преступление|қылмыс/u);
  });

  it.each(['не хочу жить в регионе квоты', 'паспорт забрала миграционная полиция, сколько ждать'])(
    'is not where a person plans: %s',
    (text) => {
      expect(ask(text).kind).not.toBe('handoff');
    },
  );
});

describe("another office's matter", () => {
  it.each([
    'загранпаспорт қалай аламын мерзімі қанша',
    'балам бірінші сыныпқа барады қай мектепке тіркеймін, құжаттары қандай',
  ])('is told by its word where ours is hardly more alike: %s', (text) => {
    expect(ask(text)).toMatchObject({ kind: 'out_of_scope', intents: ['oos.gov_other'] });
  });
});

describe('an embassy', () => {
  it('is named to who is in another country, not to who has come from there', () => {
    expect(ask('Қытайда тұрамын, қандас мәртебесіне қайда өтініш беремін?').answer).toContain(
      'Шанхайдағы Бас консулдығы',
    );
    expect(ask('Қытайдан келдім, қандас мәртебесіне қайда өтініш беремін?').answer).not.toContain(
      'Шанхайдағы',
    );
  });
});

describe("a person's citizenship", () => {
  it('is no question of citizenship', () => {
    const answer = ask('Я гражданка Монголии, как получить статус кандаса?');
    expect(answer.intents.every((intent) => intent.startsWith('kandas.'))).toBe(true);
  });
});

describe("what a region's rule text does not speak of", () => {
  it.each([
    ['Алматы облысының қағидаларында емхана мен дәрігер туралы не айтылған?', 'Алматы облысы'],
    ['В правилах Мангистауской области сказано что-нибудь о детском саде?', 'Мангистау'],
    ['Правила Астаны говорят, можно ли прописаться у хозяина?', 'Астан'],
  ])('is said so, the text named: %s', (text, document) => {
    const answer = ask(text);
    expect(answer.intents).toContain('rules.absent');
    expect(answer.entry).toBeNull();
    expect(answer.answer).toContain(document);
    expect(answer.sources).not.toHaveLength(0);
    expect(answer.choices.slice(0, 3).flatMap(({ intents }) => intents)).toContain('rules.absent');
  });

  it('offers what other sources say', () => {
    const { reply } = ask('В правилах Мангистауской области сказано что-нибудь о детском саде?');
    expect(reply.buttons.flat().some((button) => 'action' in button && button.action.do === 'entry')).toBe(
      true,
    );
  });

  it.each([
    ['Что в правилах Алматы об оттоке населения?', 'rules.outflow_adaptation'],
    ['Какая норма площади нужна для прописки в Астане по новым правилам?', 'reg_citizen.astana_norm'],
    ['Какие проблемы миграции назвал маслихат Астаны?', 'rules.astana_decree.problems'],
  ])('does not hide what is there, or in another text: %s', (text, intent) => {
    expect(ask(text).intents).toContain(intent);
  });
});

describe('a short question on registration', () => {
  it.each(['регистрация срок', 'тіркелу мерзімі'])('that does not say whose is asked back: %s', (text) => {
    const answer = ask(text);
    expect(answer).toMatchObject({ kind: 'clarify', reason: 'whose' });
    const ids = answer.choices.map(({ entry }) => entry);
    expect(ids).toEqual(expect.arrayContaining(['reg_foreigner.deadline', 'reg_citizen.deadline']));
  });

  it('that says whose is answered', () => {
    expect(ask('срок регистрации иностранца').intents).toContain('reg_foreigner.deadline');
  });
});

describe('a question that speaks of nothing of ours', () => {
  it.each(['что посмотреть в алматы за два дня', 'жұмыссыздық бойынша төлем қанша болады'])(
    'is not answered by the nearest entry: %s',
    (text) => {
      expect(['out_of_scope', 'no_answer']).toContain(ask(text).kind);
    },
  );
});
