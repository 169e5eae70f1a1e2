"""The lexicon: one concept in four varieties, and a file without slips."""

from __future__ import annotations

import unittest

from components.concepts import DECIMAL_NUMBER, Lexicon, read_lexicon

CONCEPTS = read_lexicon()
LEXICON = Lexicon(CONCEPTS)


class LexiconTest(unittest.TestCase):
    def test_four_varieties_meet(self) -> None:
        for concept, texts in {
            "how_much": ("شحال عندي", "ch7al 3ndi", "كم عندي", "combien jai"),
            "score": ("المؤشر ديالي", "lmo2achir dyali", "مؤشري", "mon score"),
            "contest": ("بغيت نطعن", "bghit nt3en", "أود الطعن", "je veux contester"),
            "contribution": ("الاشتراكات", "lichtirakat", "اشتراكاتي", "mes cotisations"),
        }.items():
            for text in texts:
                self.assertIn(concept, LEXICON.concepts(text), text)

    def test_a_word_is_not_found_inside_another(self) -> None:
        lexicon = Lexicon({"yes": "oui", "bank": "banque*", "not_arrived": "pas recu"})
        self.assertEqual(lexicon.concepts("ouistiti"), [])
        self.assertEqual(lexicon.concepts("mabanque"), [])
        self.assertEqual(lexicon.concepts("bancaire, banques. pas, reçu"), ["bank", "not_arrived"])
        self.assertEqual(lexicon.concepts("pas recule"), [])

    def test_the_article_and_pronouns_do_not_hide_a_noun(self) -> None:
        lexicon = Lexicon({"child": "ولد*"})
        for text in ("ولد", "الولد", "ولدي", "فالولد", "wldi"):
            self.assertEqual(lexicon.concepts(text), ["child"], text)

    def test_the_beginning_of_a_verb_does_not_hide_it_in_latin_script(self) -> None:
        lexicon = Lexicon({"pay": "خلص*"})
        for text in ("khless", "nkhless", "kankhless", "kaykhelles", "tkhles", "khelsat"):
            self.assertEqual(lexicon.concepts(text), ["pay"], text)

    def test_a_decimal_number_is_a_concept(self) -> None:
        for text in ("9.32", "عندي 9,43", "٩٫٤٣"):
            self.assertIn(DECIMAL_NUMBER, LEXICON.concepts(text))
        self.assertNotIn(DECIMAL_NUMBER, LEXICON.concepts("9, puis 4"))

    def test_pairs_are_described_too(self) -> None:
        lexicon = Lexicon({"a": "un", "b": "deux", "c": "trois"})
        self.assertEqual(lexicon.describe("trois un"), "a c a+c")
        self.assertEqual(lexicon.describe(""), "")

    def test_the_file_has_no_slips(self) -> None:
        for concept, forms in CONCEPTS.items():
            self.assertRegex(concept, "^[a-z_]+$")
            listed = [form.strip() for form in forms.split(",")]
            self.assertEqual(len(listed), len(set(listed)), f"{concept}: {sorted(listed)}")
            for form in listed:
                self.assertRegex(form, r"^[^*:]+\*?$", concept)


if __name__ == "__main__":
    unittest.main()
