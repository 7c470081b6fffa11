"""All measurements, one after the other: `make bench`. Each module also runs alone."""

from __future__ import annotations

import subprocess
import sys

MODULES = ("load", "reading", "serving", "gexf", "coverage_matrix", "ask", "starting")


def main() -> int:
    failed = []
    for module in MODULES:
        print(f"\n== python -m bench.{module}", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{module}"], check=False).returncode:
            failed.append(module)
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
