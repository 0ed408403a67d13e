import { readFileSync } from "node:fs";
import {
  type DerivationModel,
  type DerivedName,
  deriveRussian,
  deriveUkrainian,
} from "../../src/compile/derive-russian";
import { ukrainianOfRussian } from "../../src/compile/ukrainian-of-russian";

type Derive = (name: string) => readonly DerivedName[];

function readModel(file: string): DerivationModel {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}

/** Many places share a name: each is derived once. */
function once(derive: Derive): Derive {
  const known = new Map<string, readonly DerivedName[]>();
  return (name) => {
    let names = known.get(name);
    if (names === undefined) known.set(name, (names = derive(name)));
    return names;
  };
}

/** Some eight in ten of the names that a Ukrainian source tags are written so; the learned rules give the other spellings. */
const BY_ORTHOGRAPHY = 0.8;

/** The spelling of the orthography first, then those that the learned rules give. */
function ukrainianNames(russian: string, model: DerivationModel): DerivedName[] {
  const text = ukrainianOfRussian(russian);
  const others = deriveUkrainian(russian, model).filter((name) => name.text !== text);
  return [
    { text, probability: BY_ORTHOGRAPHY },
    ...others.map((name) => ({ ...name, probability: name.probability * (1 - BY_ORTHOGRAPHY) })),
  ];
}

/**
 * The fitted derivations in the shape `compile` takes them.
 *
 * @example
 * deriveNames().toRussian("Довгеньке")[0].text // "Долгенькое"
 */
export function deriveNames(): { toRussian: Derive; toUkrainian: Derive } {
  const russian = readModel("uk-ru.json");
  const ukrainian = readModel("ru-uk.json");
  return {
    toRussian: once((name) => deriveRussian(name, russian)),
    toUkrainian: once((name) => ukrainianNames(name, ukrainian)),
  };
}
