"""Thin routers: read parameters, ask a module of `queries`, give back what it says."""
