"""What schemathesis leaves out here: addresses that no HTTP server takes (over 64 kB)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import schemathesis

MAX_ADDRESS = 30_000  # characters


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    parts = {**(case.query or {}), **(case.path_parameters or {})}
    return len(urlencode(parts, doseq=True, errors="replace")) < MAX_ADDRESS
