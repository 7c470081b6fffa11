"""The service that the recipes speak to: that of the clients' tests."""

from __future__ import annotations

from tests.clients.conftest import service

__all__ = ["service"]
