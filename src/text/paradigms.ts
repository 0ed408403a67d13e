/**
 * Declension of Ukrainian and Russian place names as tables, of which `inflection.ts` makes its rules. Sources: Ukrainian orthography of
 * 2019 (§§ 80–120, declension of nouns and adjectives), Zaliznyak's Grammatical Dictionary of Russian for the Russian types.
 */

/**
 * One paradigm: base ending, case endings, how usual it is as a natural logarithm (0 is regular), and letters of which the stem must end
 * in one. `-` is no ending.
 */
export type Paradigm = readonly [base: string, forms: string, nats?: number, after?: string];

const CONSONANTS = "бвгґджзклмнпрстфхцчшщ";
const SIBILANTS = "жчшщц";
/** Letters of vowels in both languages; a syllable closes behind one. */
export const VOWELS = "аеєиіїоуюяыэё";

/** An ending that is seldom seen, */
export const SELDOM = -0.8;
/** and one that only a few names have. */
const RARELY = -1.6;

/** Case endings of Ukrainian names. */
export const UKRAINIAN: readonly Paradigm[] = [
  // masculine: Бахмуту, Миколаєвом, Кременчуці, Тернополя, Гаю
  ["-", "а у ом ові і", 0, CONSONANTS],
  ["к", "ці"],
  ["г", "зі"],
  ["х", "сі"],
  ["ь", "я ю ем еві і", 0, CONSONANTS],
  ["й", "я ю єм єві ї", 0, VOWELS],
  // fleeting vowels: Городка, Стрільця, Олевську, Лугинь
  ["ець", "ця цю цем цеві ці"],
  ["лець", "льця льцю льцем льцеві льці"],
  ["єць", "йця йцю йцем йцеві йці"],
  ["ок", "ка ку ком кові ку", 0, CONSONANTS],
  ["ьок", "ька ьку ьком ькові", SELDOM],
  ["йок", "йка йку йком йкові", SELDOM],
  ["ек", "ка ку ком кові", SELDOM, SIBILANTS],
  ["ень", "ня ню нем неві ні"],
  ["ель", "ля лю лем леві лі", SELDOM, CONSONANTS],
  ["ел", "ла лу лом лі", RARELY, CONSONANTS],
  ["ер", "ра ру ром рі", RARELY, CONSONANTS],
  ["ор", "ра ру ром рі", RARELY, CONSONANTS],
  ["ен", "на ну ном ні", RARELY, CONSONANTS],
  // possessive: Харкова, Києва, Ржищева
  ["ів", "ова ову овом овим ові овові"],
  ["ів", "ева еву евом евим еві евові", 0, SIBILANTS],
  ["ів", "ьова ьову ьовом ьовим ьові", 0, CONSONANTS],
  ["ів", "ового овому", SELDOM],
  // possessive of a feminine, before a noun: Бабиного Яру
  ["ин", "иного иному иним", SELDOM],
  ["їн", "їного їному їним", SELDOM],
  ["їв", "єва єву євом євим єві євові"],
  // feminine in a consonant: Керчі, Уманню, Білої Криниці
  ["ь", "і ю", SELDOM, CONSONANTS],
  ["-", "і ю", RARELY, SIBILANTS],
  // neuter: Дніпра, Гуляйполя, Прізвища, Запоріжжю
  ["о", "а у ом ові і", 0, CONSONANTS],
  ["е", "я ю ем і", 0, CONSONANTS],
  ["е", "а у ем і", 0, SIBILANTS],
  ["є", "я ю єм ї"],
  ["я", "ю ям і ї"],
  // feminine: Полтави, Авдіївці, Бучею, Марії
  ["а", "и і у ою", 0, CONSONANTS],
  ["ка", "ці"],
  ["га", "зі"],
  ["ха", "сі"],
  ["а", "і ею", 0, SIBILANTS],
  ["я", "і ю ею", 0, CONSONANTS],
  ["я", "ї ю єю"],
  // plural only: Сум, Прилуками, Чернівцях, Лубен, Прилук
  ["и", "ів ам ами ах", 0, CONSONANTS],
  ["и", "-", 0, CONSONANTS],
  ["і", "ів ей ям ями ях ам ами ах", 0, CONSONANTS],
  ["і", "-", SELDOM, CONSONANTS],
  ["і", "ь", SELDOM, CONSONANTS],
  ["ї", "їв ям ями ях"],
  ["ї", "й", SELDOM],
  ["а", "ам ами ах", SELDOM, CONSONANTS],
  ["а", "-", SELDOM, CONSONANTS],
  ["я", "ям ями ях", SELDOM],
  ["я", "ь", RARELY, CONSONANTS],
  ["ки", "ок"],
  ["ьки", "ьок"],
  ["ки", "ек", 0, SIBILANTS],
  ["йки", "йок"],
  ["ни", "ен"],
  ["ні", "ень"],
  ["лі", "ель"],
  ["ли", "ел", SELDOM],
  ["ри", "ер", SELDOM],
  ["ці", "ець", SELDOM],
  ["на", "ен он", RARELY],
  ["ла", "ел ол", RARELY],
  // adjectives: Покровського, Великій Новосілці, Нижньому, Білих
  ["ий", "ого ому им ім", 0, CONSONANTS],
  ["ій", "ього ьому ім", 0, CONSONANTS],
  ["е", "ого ому им ім", 0, CONSONANTS],
  ["є", "ього ьому ім", 0, CONSONANTS],
  ["а", "ої ій", 0, CONSONANTS],
  ["я", "ьої ій ьою", 0, CONSONANTS],
  ["і", "их им ими", 0, CONSONANTS],
  ["і", "іх ім іми", SELDOM, CONSONANTS],
  // Мукачева beside Мукачевого
  ["ове", "ова ову овом ові", SELDOM],
  ["еве", "ева еву евом еві", SELDOM],
  ["єве", "єва єву євом єві", SELDOM],
  ["ине", "ина ину ином ині", SELDOM],
  ["їне", "їна їну їном їні", SELDOM],
  ["іне", "іна іну іном іні", SELDOM],
];

/** Case endings of Russian names. */
export const RUSSIAN: readonly Paradigm[] = [
  // masculine: Волчанска, Мирграду, Ростове; Тернополя, Гая
  ["-", "а у ом е", 0, CONSONANTS],
  ["-", "ем", 0, SIBILANTS],
  ["-", "ым", RARELY, "вн"],
  ["ь", "я ю ем ём е", 0, CONSONANTS],
  ["й", "я ю ем е", 0, VOWELS],
  ["ий", "ия ию ием ии", SELDOM],
  // fleeting vowels: Городка, Ельца, Гусятинa, Орла
  ["ок", "ка ку ком ке", 0, CONSONANTS],
  ["ёк", "ька ьку ьком ьке", SELDOM],
  ["ек", "ька ьку ьком ьке", SELDOM],
  ["ек", "йка йку йком йке", SELDOM],
  ["ек", "ка ку ком ке", SELDOM, SIBILANTS],
  ["ец", "ца цу цом цем це", 0, CONSONANTS],
  ["лец", "льца льцу льцом льцем льце"],
  ["ец", "йца йцу йцом йцем йце", SELDOM, VOWELS],
  ["ень", "ня ню нем нём не"],
  ["ел", "ла лу лом ле", RARELY, CONSONANTS],
  ["ёл", "ла лу лом ле", RARELY, CONSONANTS],
  // feminine in a consonant: Керчи, Керчью, Любани
  ["ь", "и ью", 0, CONSONANTS],
  ["овь", "ви вью"],
  // neuter: Комсомольском is adjectival; Иваново, Запорожья
  ["о", "а у ом е", 0, CONSONANTS],
  ["е", "а у ем", 0, SIBILANTS],
  ["е", "я ю ем", 0, CONSONANTS],
  ["ье", "ья ью ьем"],
  ["ьё", "ья ью ьём ье"],
  // feminine: Полтавы, Авдеевки, Буче, Александрии
  ["а", "ы е у ой ою", 0, CONSONANTS],
  ["а", "и", 0, "гкхжчшщ"],
  ["а", "ей ею", 0, SIBILANTS],
  ["я", "и е ю ей ею ёй"],
  ["ия", "ии ию ией"],
  // plural only: Сум, Черкассам, Прилуках, Барановичей
  ["ы", "ов ев ам ами ах", 0, CONSONANTS],
  ["ы", "-", 0, CONSONANTS],
  ["и", "ов ам ами ах", 0, "гкхжчшщ"],
  ["и", "-", 0, "гкхжчшщ"],
  ["и", "ей ям ями ях", 0, CONSONANTS],
  ["и", "ев ям ями ях", 0, VOWELS],
  ["и", "ь", SELDOM, CONSONANTS],
  ["и", "ей", 0, SIBILANTS],
  ["а", "ам ами ах", SELDOM, CONSONANTS],
  ["а", "-", SELDOM, CONSONANTS],
  ["ья", "ьев ьям ьями ьях", SELDOM],
  ["я", "ей ям ями ях", SELDOM],
  ["ки", "ок"],
  ["ки", "ек"],
  ["ьки", "ек"],
  ["йки", "ек"],
  ["ны", "ен"],
  ["ни", "ен ень", SELDOM],
  ["цы", "ец", SELDOM],
  ["ла", "ел ол", RARELY],
  ["на", "ен он", RARELY],
  // adjectives: Покровского, Великой Новосёлке, Нижнему, Белых
  ["ое", "ого ому ым ом", 0, CONSONANTS],
  ["ое", "им", 0, "гкхжчшщ"],
  ["ее", "его ему им ем", 0, CONSONANTS],
  ["ый", "ого ому ым ом", 0, CONSONANTS],
  ["ий", "ого ому им ом", 0, "гкх"],
  ["ий", "его ему им ем", 0, CONSONANTS],
  ["ой", "ого ому ым им ом", 0, CONSONANTS],
  ["ая", "ой ую ою", 0, CONSONANTS],
  ["ая", "ей", 0, SIBILANTS],
  ["яя", "ей юю ею", 0, CONSONANTS],
  ["ье", "ьего ьему ьим ьем", SELDOM],
  ["ий", "ьего ьему ьим ьем", RARELY, CONSONANTS],
  ["ья", "ьей ью", SELDOM],
  ["ые", "ых ым ыми", 0, CONSONANTS],
  ["ие", "их им ими", 0, CONSONANTS],
];
