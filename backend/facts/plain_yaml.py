"""YAML whose scalars stay as they are written: 9.743001, 0802030100 and 2026-11-22 are read as text."""

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml


class _PlainLoader(yaml.CSafeLoader):
    """Reads every scalar as text, except null; refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                twice = f"the key {key.value!r} stands twice"
                raise yaml.constructor.ConstructorError(None, None, twice, key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


# Without the usual resolvers a coefficient never passes through a float, nor a telephone number through an octal.
_PlainLoader.yaml_implicit_resolvers = {}
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


class PlainYamlError(ValueError):
    """The file is missing, is not UTF-8 or is not YAML; the message says which, in one line."""


def read_plain_yaml(path: Path) -> Any:
    """Return the content of a YAML file as mappings, lists, text and None.

    Raises PlainYamlError with one sentence.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_PlainLoader)  # noqa: S506  it is a safe loader
    except UnicodeDecodeError as error:
        raise PlainYamlError("is not UTF-8 text") from error
    except OSError as error:
        raise PlainYamlError(f"cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise PlainYamlError(f"is not well-formed YAML ({one_line(error)})") from error


def one_line(error: Exception) -> str:
    """Say what is wrong with a YAML or JSON text in one line, with the line number where it is known."""
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error) or type(error).__name__
    text = " ".join(str(what).split())[:200]
    return f"line {mark.line + 1}: {text}" if mark is not None else text
