"""Become a command that ends with its parent: `python bound.py SIGTERM COMMAND ...`. Standard library only.

A process manager that is killed would leave its processes behind, with their ports and the database; so each asks the
kernel (Linux) for a signal when its parent dies.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent(ending: signal.Signals) -> None:
    """Let this process get `ending` when its parent dies. Survives an exec, not a change of user."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, ending)


if __name__ == "__main__":
    end_with_parent(signal.Signals[sys.argv[1]])
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606  no shell
