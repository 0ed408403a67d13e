import type { PlaceClass } from "../types";

/**
 * Generic elements: the words of a name that say what kind of place it is ("м.", "oblast", "город"). Each row is a word or phrase,
 * what it may mean, and where it may stand. UNGEGN Glossary: "generic element".
 */
interface Generic {
  words: string;
  classes: readonly PlaceClass[];
  /** `before` the specific element ("м. Київ"), `after` it ("Київська область"), or both */
  at: "before" | "after" | "both";
}

const CITY: readonly PlaceClass[] = ["city"];
const TOWN: readonly PlaceClass[] = ["city", "settlement"];
const SETTLEMENT: readonly PlaceClass[] = ["settlement", "village", "city"];
const VILLAGE: readonly PlaceClass[] = ["village", "settlement"];
const OBLAST: readonly PlaceClass[] = ["oblast"];
const REGION: readonly PlaceClass[] = ["oblast", "region"];
const RAION: readonly PlaceClass[] = ["raion", "city-district"];
const HROMADA: readonly PlaceClass[] = ["hromada"];
const RIVER: readonly PlaceClass[] = ["river"];
const LAKE: readonly PlaceClass[] = ["lake"];
const RESERVOIR: readonly PlaceClass[] = ["reservoir"];
const ISLAND: readonly PlaceClass[] = ["island"];
const SEA: readonly PlaceClass[] = ["sea"];
/** A direction of the front is named after a town: "Покровський напрямок" is where Pokrovsk lies. */
const DIRECTION: readonly PlaceClass[] = ["city", "settlement", "village"];
/** Who writes "near Bakhmut" says of no class what Bakhmut is. */
const VICINITY: readonly PlaceClass[] = [];
const CITY_DISTRICT: readonly PlaceClass[] = ["city-district", "settlement", "village"];
/** Words that say that a name was one: "formerly Dnipropetrovsk". */
export const FORMERLY = "formerly|former|previously|колишній|колишня|колишнє|бывший|бывшая|бывшее";
const AGGLOMERATION: readonly PlaceClass[] = ["agglomeration"];

const row = (at: Generic["at"], classes: readonly PlaceClass[], phrases: string): Generic[] =>
  phrases.split("|").map((words) => ({ words, classes, at }));

const GENERICS: readonly Generic[] = [
  ...row("before", CITY, "м.|місто|міста|місті|г.|гор.|город|города|городе|m.|city of|the city of|city|misto|gorod"),
  ...row("before", CITY, "stadt|ville de|ville|miasto|miasta|mieście|città di|ciudad de"),
  ...row("before", TOWN, "town of|the town of|town"),
  ...row("before", SETTLEMENT, "смт|смт.|smt.|селище міського типу|селище|селища|с-ще|с-ще.|пгт|пгт.|поселок городского типа|посёлок городского типа|поселок|посёлок|пос.|п.|рп|р.п.|settlement of|the settlement of|urban-type settlement|urban-type settlement of|urban settlement|smt|posëlok|poselok|posyolok|pgt|rabochiy posëlok"),
  ...row("before", VILLAGE, "с.|село|села|селі|д.|дер.|деревня|деревни|х.|хутір|хутор|хут.|ст-ца|станица|станиця|колонія|колония|koloniya|kolonia|village of|the village of|village|vil.|v.|s.|selo|khutor|derevnya|stanitsa"),
  ...row("before", VILLAGE, "dorf|village de|wieś|wsi|wioska"),
  ...row("before", SETTLEMENT, "siedlung|osiedle|bourg de"),
  ...row("after", CITY, "city|town|місто|город"),
  ...row("after", SETTLEMENT, "settlement|urban-type settlement|смт|пгт"),
  ...row("after", VILLAGE, "village|село"),
  ...row("both", OBLAST, "область|області|областю|обл.|обл|области|областью|oblast|oblast'|obl.|voblast|province|krai|край|краю"),
  ...row("after", REGION, "region|regions"),
  ...row("both", REGION, "gebiet|oblast de|région de|region|regione|obwód|obwodu|obwodzie|województwo"),
  ...row("before", REGION, "region of|the region of|oblast of|province of"),
  ...row("both", RAION, "район|району|районі|районом|р-н|р-ну|р-ні|района|районе|raion|rayon|raion of|district of|kreis|landkreis|powiat|rejon|rejonu|rejonie|rajon|district de|raïon de"),
  ...row("after", RAION, "district|county"),
  ...row("both", HROMADA, "громада|громади|тг|отг|міська громада|сільська громада|селищна громада|міська тг|сільська тг|селищна тг|територіальна громада|міська територіальна громада|сільська територіальна громада|селищна територіальна громада|територіальної громади|міської громади|сільської громади|селищної громади|міської тг|сільської тг|селищної тг|міської територіальної громади|сільської територіальної громади|селищної територіальної громади|община|hromada|community|urban hromada|rural hromada|settlement hromada|territorial community"),
  ...row("both", HROMADA, "міська рада|міської ради|міській раді|сільська рада|сільської ради|сільській раді|селищна рада|селищної ради|селищній раді|горсовет|горсовета|городской совет|городского совета|сельсовет|сельсовета|сельский совет|сельского совета|поселковый совет|поселкового совета|city council|town council|village council|settlement council"),
  ...row("both", REGION, "bölgesi|oblastı|apgabals|regiunea|região de"),
  ...row("both", RIVER, "річка|ріка|річки|р.|река|реки|river|the river|fluss"),
  ...row("both", LAKE, "озеро|оз.|lake"),
  ...row("both", RESERVOIR, "водосховище|вдсх.|вдсх|водохранилище|вдхр.|вдхр|reservoir"),
  ...row("both", ISLAND, "острів|остров|о.|island"),
  ...row("both", SEA, "море|sea"),
  ...row("both", DIRECTION, "напрямок|напрямку|напрямком|напрям|напряму|направление|направления|направлению|направлении|направлением|direction|axis|sector|richtung|kierunek|kierunku|front|фронт|фронті|фронте|фронту"),
  ...row("before", VICINITY, "near|nearby|close to|around|outside|outside of|the area of|area of|the outskirts of|outskirts of|on the outskirts of|vicinity of|in the vicinity of|the vicinity of|suburbs of|the suburbs of|north of|south of|east of|west of|northeast of|northwest of|southeast of|southwest of|north-east of|north-west of|south-east of|south-west of"),
  ...row("before", VICINITY, "біля|поблизу|неподалік|неподалік від|околиці|околиць|околицях|на околицях|в районі|у районі|північніше|південніше|східніше|західніше|на північ від|на південь від|на схід від|на захід від|около|возле|близ|вблизи|недалеко от|окрестности|окрестностях|окраина|окраины|в районе|севернее|южнее|восточнее|западнее|bei|nahe|koło|pod|okolice|w pobliżu"),
  ...row("before", VICINITY, "в|во|у|под|під|на|за|до|из|із|з|от|від|к|in|at|from|in the city of|in the village of|в городе|в селе|в посёлке|в поселке|у місті|в місті|у селі|в селі|у селищі|в селищі"),
  ...row("before", VICINITY, "н.п.|нп|нас. пункт|населений пункт|населеного пункту|населенному пункті|населенный пункт|населённый пункт|населенного пункта|населённого пункта|populated place|locality"),
  ...row("before", VICINITY, FORMERLY),
  ...row("after", VICINITY, "area|outskirts|suburbs|vicinity|surroundings"),
  ...row("both", VICINITY, "станція|станції|станцією|станция|станции|станцией|ст.|station|railway station|train station|railway junction|вокзал|аеродром|аэродром|аеропорт|аэропорт|airfield|airport|airbase|air base"),
  ...row("both", CITY_DISTRICT, "мікрорайон|микрорайон|мкр|мкр.|мкрн|мкрн.|м-н|ж/м|ж.м.|житловий масив|житлмасив|жилмассив|жилой массив"),
  ...row("before", SETTLEMENT, "сел.|с-щ."),
  ...row("after", AGGLOMERATION, "агломерація|агломерації|агломерацію|агломерацією|агломерация|агломерации|агломерацию|агломерацией|agglomeration"),
]; // biome-ignore format: a table

const BEFORE: Map<string, readonly PlaceClass[]> = new Map();
const AFTER: Map<string, readonly PlaceClass[]> = new Map();
let longest = 1;
for (const { words, classes, at } of GENERICS) {
  longest = Math.max(longest, words.split(" ").length);
  if (at !== "after") BEFORE.set(words, classes);
  if (at !== "before") AFTER.set(words, classes);
}

/** "м Київ", "с Нове": the full stop is forgotten in columns. "с Харьковом" is the preposition, which an instrumental follows. */
const ABBREVIATED = /^([мсгхпд])\s+(?=\p{Lu})(?!.*(?:[оеыи]м|о[йю]|[ая]ми)$)/u;

/** A name without its generic element, and the classes that the element speaks for. */
export interface Peeled {
  specific: string;
  /** empty where the element says nothing of the class: "near" */
  classes: readonly PlaceClass[];
  generic: string;
  /** the element is one of a direction: the specific element may be the adjective of a town's name */
  isDirection: boolean;
}

/**
 * Takes one generic element off a name, the longest that fits, first in front, then behind. `undefined` when there is none or when
 * nothing would be left.
 *
 * Trap: "Озеро" and "Село" are villages too; look a name up whole before you peel it.
 *
 * @example
 * peelGeneric("с. Миколаївка")        // { specific: "Миколаївка", classes: ["village", "settlement"], generic: "с.", isDirection: false }
 * peelGeneric("Kharkiv region")       // { specific: "Kharkiv", classes: ["oblast", "region"], generic: "region", isDirection: false }
 * peelGeneric("Бахмутський р-н")      // { specific: "Бахмутський", classes: ["raion", "city-district"], generic: "р-н", isDirection: false }
 */
export function peelGeneric(name: string): Peeled | undefined {
  if (!/[\s.]/u.test(name)) return undefined;
  // "м.Київ" and "р.п.Печеніги" are written without a space
  const tokens = name
    .replace(/^(?:\p{L}{1,3}\.)+/u, "$& ")
    .replace(ABBREVIATED, "$1. ")
    .split(/\s+/u)
    .filter(Boolean);
  if (tokens.length < 2) return undefined;
  const lower = tokens.map((token) => token.toLowerCase());
  for (let taken = Math.min(longest, tokens.length - 1); taken > 0; taken--) {
    const front = lower.slice(0, taken).join(" ");
    const classes = BEFORE.get(front);
    if (classes)
      return { specific: tokens.slice(taken).join(" "), classes, generic: front, isDirection: classes === DIRECTION };
  }
  for (let taken = Math.min(longest, tokens.length - 1); taken > 0; taken--) {
    const back = lower.slice(tokens.length - taken).join(" ");
    const classes = AFTER.get(back);
    if (classes)
      return {
        specific: tokens.slice(0, -taken).join(" "),
        classes,
        generic: back,
        isDirection: classes === DIRECTION,
      };
  }
  return undefined;
}
