"""Creatio in Apache Superset: the engine spec that Superset finds by its entry point, and the parts it is made of."""
