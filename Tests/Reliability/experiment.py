"""What an experiment is: something tried many times, and a proof that it would notice."""

from dataclasses import dataclass, field
from typing import Callable


class Skipped(Exception):
    """This machine does not allow the experiment; the message says why."""


@dataclass
class Outcome:
    """What came out of one experiment."""

    # How often it was tried, and each case that did not hold, worded so that it can be repeated.
    tried: int = 0
    failures: list[str] = field(default_factory=list)
    # The negative control: the same check against something broken on purpose.
    control: str = ""
    noticed: bool = False
    # A figure worth stating that is neither right nor wrong, such as a measured share.
    figure: str = ""

    def check(self, holds: bool, case: str) -> None:
        """Counts one try; a case that does not hold is a failure."""
        self.tried += 1
        if not holds:
            self.failures.append(case)

    def prove(self, control: str, noticed: bool) -> None:
        """Records a negative control; with several, all must have been noticed."""
        self.noticed = noticed and (self.noticed or not self.control)
        self.control = f"{self.control}; {control}" if self.control else control


@dataclass(frozen=True)
class Experiment:
    """One line of the table."""

    # A word for `--only`, and what is tried, as the table says it.
    name: str
    tries: str
    run: Callable[["Laboratory"], Outcome]  # noqa: F821
