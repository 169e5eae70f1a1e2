"""How the training examples are read, and that Rasa gets all of them."""

import tempfile
import unittest
from pathlib import Path

from components.training_examples import NLU_FOLDER, Example, read_examples
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.loading import load_data

BOT = Path(__file__).resolve().parents[1]
FILE = """version: "3.1"
nlu:
- intent: greet
  examples:
  - text: |
      [salam](x) / khoya
    metadata: {writer: w07}
"""


class ReadExamplesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "ary-Latn").mkdir()
        self.file = self.folder / "ary-Latn" / "service.yml"

    def test_an_example_is_read_as_it_was_written(self) -> None:
        self.file.write_text(FILE, encoding="utf-8")
        self.assertEqual(list(read_examples(self.folder)), [Example("[salam](x) / khoya", "greet", "w07", "ary-Latn")])

    def test_a_file_that_is_none_is_named(self) -> None:
        for content in ("nlu: [", "version: '3.1'", FILE.replace("writer", "author"), FILE.replace("text", "words")):
            with self.subTest(content=content):
                self.file.write_text(content, encoding="utf-8")
                with self.assertRaisesRegex(ValueError, "service.yml"):
                    list(read_examples(self.folder))


class ExamplesImporterTest(unittest.TestCase):
    def test_rasa_gets_every_example_with_its_writer(self) -> None:
        importer = TrainingDataImporter.load_from_config(str(BOT / "config.yml"), str(BOT / "domain"), [])
        given = {
            (message.get("text"), message.get("intent"), message.get("metadata")["example"]["writer"])
            for message in importer.get_nlu_data().intent_examples
            if message.get("text")
        }
        self.assertEqual(given, {(e.text, e.intent, e.writer) for e in read_examples()})

    def test_they_are_what_rasas_own_reader_reads(self) -> None:
        path = NLU_FOLDER / "fr" / "service.yml"
        own = {(m.get("text"), m.get("intent")) for m in load_data(str(path)).intent_examples}
        read = {(e.text, e.intent) for e in read_examples() if e.variety == "fr"}
        self.assertTrue(own)
        self.assertLessEqual(own, read)


if __name__ == "__main__":
    unittest.main()
