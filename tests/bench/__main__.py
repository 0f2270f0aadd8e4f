"""`python -m tests.bench [FIGURE…]` measures and prints the figures of the design."""

import argparse
import sys

from tests.bench.figure import Effort, Measured, NotMeasured, table
from tests.bench.registry import FIGURES


def main() -> int:
    """Measure what was asked for; 1 when a figure is missed or could not be had."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure, and print the figures of the design.")
    names = [figure.name for figure in FIGURES]
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=f"only these: {', '.join(names)}")
    parser.add_argument("--seconds", type=float, default=Effort().seconds, help="of each run under load")
    parser.add_argument("--captures", type=int, default=Effort().captures, help="in the large store")
    parser.add_argument("--kills", type=int, default=Effort().kills)
    options = parser.parse_args()
    if unknown := set(options.figures) - set(names):
        parser.error(f"no such figure: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    effort = Effort(seconds=options.seconds, captures=options.captures, kills=options.kills)
    measured: list[Measured] = []
    missing: list[str] = []
    for figure in FIGURES:
        if options.figures and figure.name not in options.figures:
            continue
        print(f"{figure.what} …", file=sys.stderr, flush=True)
        try:
            measured.extend(figure.measure(effort))
        except NotMeasured as reason:
            missing.append(f"{figure.what}: {reason}")
    print(table(measured))
    for line in measured:
        if line.note:
            print(f"\n{line.what}: {line.note}")
    for sentence in missing:
        print(f"\nnot measured: {sentence}")
    return 1 if missing or any(line.met == "no" for line in measured) else 0


if __name__ == "__main__":
    sys.exit(main())
