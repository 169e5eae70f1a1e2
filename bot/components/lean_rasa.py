"""Rasa's command line without TensorFlow: `python -m components.lean_rasa run ...` instead of `rasa run ...`.

Rasa 3.6.21 imports TensorFlow at every start for components that we do not use (DIET, TED, ...): of the 600 MB of a
Rasa server 350 MB, and half of its 15 seconds to start. Here an empty module stands in for it. Nothing of ours touches
it; a pipeline with a TensorFlow component would fail at its first call, loudly.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Optional

LEFT_OUT = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")


class _AnyName(type):
    """The type of stand-ins: any attribute of one is another, so that Rasa's classes can be defined on them."""

    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _AnyName(name, (), {})

    def __call__(cls, *arguments: Any, **keywords: Any) -> Any:
        """As a decorator it returns what it decorates; Rasa's own classes, derived from it, are constructed."""
        if cls.__module__.startswith("rasa"):
            return super().__call__(*arguments, **keywords)
        decorates = len(arguments) == 1 and callable(arguments[0]) and not keywords
        return arguments[0] if decorates else cls


class _StandInModule(ModuleType):
    """A module in which every public name can be imported."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _AnyName(name, (), {})


class _StandInFinder(MetaPathFinder, Loader):
    """Finds the modules that are left out, and everything below them."""

    def find_spec(self, fullname: str, _path: Any, _target: Optional[ModuleType] = None) -> Optional[ModuleSpec]:
        return ModuleSpec(fullname, self, is_package=True) if fullname.split(".")[0] in LEFT_OUT else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def leave_tensorflow_out() -> None:
    """From here on, importing TensorFlow gives stand-ins; to be called before Rasa is imported."""
    sys.meta_path.insert(0, _StandInFinder())


def main() -> None:
    """Rasa's own command line."""
    leave_tensorflow_out()
    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()
