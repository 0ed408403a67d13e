import { expect, test } from "vitest";
import { isTownAdjective, namesOfAdjective } from "../../src/text/adjective-names";

test.each([
  ["лиманському", "лиман"],
  ["авдіївський", "авдіївка"],
  ["торецького", "торецьк"],
  ["оріхівському", "оріхів"],
  ["курахівський", "курахове"],
  ["гуляйпільському", "гуляйполе"],
  ["криворізького", "кривий ріг"],
  ["часовоярський", "часів яр"],
  ["краснолиманском", "красный лиман"],
  ["великоновосілківському", "велика новосілка"],
])("%s may be made of %s", (adjective, town) => {
  expect(namesOfAdjective(adjective)?.towns).toContain(town);
});

test.each([
  ["слобожанському", "слобожанщина"],
  ["поліський", "полісся"],
  ["таврійському", "таврія"],
  ["полесском", "полесье"],
  ["волинському", "волинь"],
  ["придніпровському", "придніпров'я"],
])("%s may be made of the region %s", (adjective, region) => {
  expect(namesOfAdjective(adjective)?.regions).toContain(region);
});

test("what is no adjective of a town has no names", () => {
  expect(namesOfAdjective("степному")).toBeUndefined();
  expect(isTownAdjective("полтава")).toBe(false);
});
