"""The training examples of data/nlu: how they are read from their files, and handed to Rasa.

Rasa's own reader takes a YAML parser in pure Python through each file a dozen times: of 23,000 examples it needs longer
than all learning from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Union

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

NLU_FOLDER = Path(__file__).resolve().parents[2] / "data" / "nlu"


@dataclass(frozen=True)
class Example:
    """One labelled message, the mark of who wrote it (such as "w07"), and its variety."""

    text: str
    intent: str
    writer: str
    variety: str


def read_examples(folder: Path = NLU_FOLDER) -> Iterator[Example]:
    """Read <folder>/<variety>/*.yml; ValueError, naming the file, if one is not as CONTRIBUTING.md says."""
    for path in sorted(folder.glob("*/*.yml")):
        try:
            for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
                for example in block.get("examples", ()):
                    writer = example["metadata"]["writer"]
                    yield Example(example["text"].strip(), block["intent"], writer, path.parent.name)
        except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path}: not a file of training examples ({type(error).__name__}: {error})") from error


class ExamplesImporter(TrainingDataImporter):
    """Gives Rasa the examples of data/nlu; config.yml names it beside Rasa's importer of domain and rules."""

    def __init__(
        self,
        config_file: Optional[str] = None,
        domain_path: Optional[str] = None,
        training_data_paths: Optional[Union[List[str], str]] = None,
    ) -> None:
        """Rasa's arguments say where domain and rules are; the examples lie in `NLU_FOLDER`."""

    @cached_method
    def get_nlu_data(self, language: Optional[str] = "en") -> TrainingData:
        """All examples in all varieties."""
        return TrainingData(
            [
                Message.build(example.text, example.intent, example_metadata={"writer": example.writer})
                for example in read_examples()
            ]
        )

    def get_domain(self) -> Domain:
        """Nothing: the domain is read by Rasa's importer."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: Optional[int] = None) -> StoryGraph:
        """Nothing: the rules are read by Rasa's importer."""
        return StoryGraph([])

    def get_config(self) -> Dict[str, Any]:
        """Nothing: the configuration is read by Rasa's importer."""
        return {}

    def get_config_file_for_auto_config(self) -> Optional[str]:
        """None: the configuration is complete."""
        return None
